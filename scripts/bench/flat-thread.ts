import {parentPort, workerData} from 'node:worker_threads'
import {loadEngine} from '../../src/ingest/engine.ts'
import {madeDocs} from './made-docs.ts'

/** One thread of `flat`: loads, warms up, waits for the word to go, reads its share and says so. */
const {many, share, threads}: {many: number; share: number; threads: number} = workerData
const warming = 3000
const engine = loadEngine()
for (const doc of madeDocs(warming)) engine.read(doc)
parentPort?.once('message', () => {
  for (const doc of madeDocs(many, share, threads)) engine.read(doc)
  parentPort?.postMessage('done')
})
parentPort?.postMessage('ready')
