export {type AppOptions, makeApp} from './app.ts'
export type {Answers, RelationQuery} from '../../answer/index.ts'
export {type Served, type ServeOptions, serve} from './serve.ts'
