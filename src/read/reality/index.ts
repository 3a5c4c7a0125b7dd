export {adjectivesOf, decide, type ModeTables} from './decide.ts'
export type {State} from './own.ts'
export {become, conditionOf} from './own.ts'
