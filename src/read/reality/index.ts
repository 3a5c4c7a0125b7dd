export {adjectivesOf, decide, type ModeTables, ranked} from './decide.ts'
export type {State} from './own.ts'
export {become, conditionOf} from './own.ts'
