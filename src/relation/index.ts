export {type Camps, campsOf, type SignedTie} from './camps.ts'
export {contributionsTo, counts, type IndexOptions, indexOf, weightOf} from './index-series.ts'
export {monthName, monthNumber, monthsOf} from './month.ts'
export {scoreOf} from './score.ts'
