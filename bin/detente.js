#!/usr/bin/env node
import {existsSync} from 'node:fs'

const main = new URL('../dist/src/face/cli/main.js', import.meta.url)
if (!existsSync(main)) {
  console.error('Détente is not built yet. Run `npm start` or `npm test` once; either does all set-up.')
  process.exit(1)
}
await import(main.href)
