export {adjectivesOf, decide, type ModeTables} from './decide.ts'
export type {State} from './own.ts'
export {conditionOf} from './own.ts'
