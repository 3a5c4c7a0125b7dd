export {dropHook, hookBeside, hookOf, kept, setHook} from './outbox.ts'
export {hookState} from './state.ts'
export {signatureOf} from './send.ts'
export {type Sender, type SenderOptions, sendingFor, sendWaiting, tellHook} from './sender.ts'
