import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'

/** The package's `data/lexicon`, beside `src/` or above `dist/src/`. */
export function ownFolder(): string {
  for (const up of ['../../data/lexicon', '../../../data/lexicon']) {
    const folder = fileURLToPath(new URL(up, import.meta.url))
    if (existsSync(join(folder, 'states.tsv'))) return folder
  }
  return fileURLToPath(new URL('../../data/lexicon', import.meta.url))
}
