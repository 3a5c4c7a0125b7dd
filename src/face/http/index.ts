export {type AppOptions, makeApp} from './app.ts'
export type {Adding, AddingState, SentSource} from './adding.ts'
export type {Answers, RelationQuery} from '../../answer/index.ts'
export {type Served, type ServeOptions, serve} from './serve.ts'
