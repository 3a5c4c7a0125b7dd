import {createHash} from 'node:crypto'
import {existsSync, readFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {DetenteError} from '../model/index.ts'
import {loadModel, type TextModel} from './model.ts'

let english: TextModel | undefined

/** The English model of the package; read once. Throws `model/missing`. */
export function loadEnglish(): TextModel {
  english ??= withAttribution(loadModel(readFileSync(find('models/en/text.bin'))))
  return english
}

/** The model with the weights that read statements, where there are any; its version changes with them. */
function withAttribution(model: TextModel): TextModel {
  const path = look('models/en/attribution.bin')
  if (path === null) return model
  const attribution = readFileSync(path)
  const version = createHash('sha256').update(attribution).digest('hex').slice(0, 8)
  return {...model, version: `${model.version}-${version}`, attribution}
}

function find(path: string): string {
  const file = look(path)
  if (file !== null) return file
  throw new DetenteError('model/missing', `expected ${path} in the package, found none`, {
    hint: 'npm run train -- text makes it',
  })
}

/** Looks upwards from this file, which stands in `src/text` or in `dist/src/text`. */
function look(path: string): string | null {
  const here = dirname(fileURLToPath(import.meta.url))
  for (const up of ['../..', '../../..']) {
    const file = join(here, up, path)
    if (existsSync(file)) return file
  }
  return null
}
