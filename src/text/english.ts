import {existsSync, readFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {DetenteError} from '../model/index.ts'
import {loadModel, type TextModel} from './model.ts'

let english: TextModel | undefined

/** The English model of the package; read once. Throws `model/missing`. */
export function loadEnglish(): TextModel {
  english ??= loadModel(readFileSync(find('models/en/text.bin')))
  return english
}

/** Looks upwards from this file, which stands in `src/text` or in `dist/src/text`. */
function find(path: string): string {
  const here = dirname(fileURLToPath(import.meta.url))
  for (const up of ['../..', '../../..']) {
    const file = join(here, up, path)
    if (existsSync(file)) return file
  }
  throw new DetenteError('model/missing', `expected ${path} in the package, found none`, {
    hint: 'npm run train -- text makes it',
  })
}
