export {type AppOptions, makeApp} from './app.ts'
export type {Adding, AddingState, FoundFeed, SentSource} from './adding.ts'
export {type Correcting, correctingAt} from './correcting.ts'
export type {Answers, RelationQuery} from '../../answer/index.ts'
export {type Served, type ServeOptions, serve} from './serve.ts'
export {type ErasKeeping, erasKeepingAt} from './own-eras.ts'
export type {NamesGiven, NamesKept, Naming} from './naming.ts'
export type {Doors} from './write.ts'
export {type Forecasting, forecastingAt} from './forecasting.ts'
export {answerHtml, answerMarkdown} from './answer-page.ts'
export {
  dropHook,
  hookBeside,
  hookOf,
  hookState,
  type Sender,
  sendingFor,
  sendWaiting,
  setHook,
  signatureOf,
  tellHook,
} from './webhook/index.ts'
