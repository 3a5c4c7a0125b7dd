export {checkOrder, type ReadOptions, read, stages} from './pipeline.ts'
export {version} from './version.ts'
