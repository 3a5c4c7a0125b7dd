import {createHash} from 'node:crypto'
import {existsSync, readFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {gunzipSync} from 'node:zlib'
import {DetenteError} from '../model/index.ts'
import {expand} from './linear.ts'
import {loadModel, type TextModel} from './model.ts'
import {loadNet} from './net-file.ts'

let english: TextModel | undefined

/** The English model of the package; read once. Throws `model/missing`. */
export function loadEnglish(): TextModel {
  english ??= withRest(withNet(loadModel(readFileSync(find('models/en/text.bin')))))
  return english
}

function withNet(model: TextModel): TextModel {
  const {parser, version} = loadNet(readFileSync(find('models/en/net.bin')), model)
  return {...model, version: `${model.version}-${version}`, net: parser}
}

/** The model with the weights that find names and read statements, where there are any; its version changes with them. */
function withRest(model: TextModel): TextModel {
  const names = bytesOf('models/en/names.bin')
  const attribution = bytesOf('models/en/attribution.bin')
  const version = attribution ? `${model.version}-${hashOf(attribution)}` : model.version
  return {...model, version, attribution, names: names && expand(gunzipSync(names))}
}

function bytesOf(path: string): Uint8Array | undefined {
  const file = look(path)
  return file === null ? undefined : readFileSync(file)
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 8)
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
