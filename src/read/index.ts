export {codeOf} from './events/codes.ts'
export {dyadsOf} from './events/dyads.ts'
export {checkOrder, type ReadOptions, read, stages} from './pipeline.ts'
export {version} from './version.ts'
