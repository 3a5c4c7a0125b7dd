import {existsSync, readFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {Model} from '../forecast/relations/index.ts'
import {DetenteError} from '../model/index.ts'
import {horizons} from './question.ts'

const loaded = new Map<number, Model>()

/** The model of the package for so many months ahead; read once. Throws `usage/argument`, `model/missing` and `model/format`. */
export function modelFor(horizon: number): Model {
  if (!horizons.some(known => known === horizon))
    throw new DetenteError('usage/argument', `expected a horizon of ${horizons.join(', ')} months, found ${horizon}`)
  const known = loaded.get(horizon)
  if (known) return known
  const name = `models/relations/month-${horizon}.json`
  const here = dirname(fileURLToPath(import.meta.url))
  const path = ['../..', '../../..'].map(up => join(here, up, name)).find(existsSync)
  const hint = 'npm run train -- relations makes it'
  if (path === undefined) throw new DetenteError('model/missing', `expected ${name} in the package, found none`, {hint})
  const model = parsed(path)
  if (model?.horizon !== horizon || !model.counts || !model.turns)
    throw new DetenteError('model/format', `expected a model for ${horizon} months in ${path}`, {hint})
  loaded.set(horizon, model)
  return model
}

function parsed(path: string): Model | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Model
  } catch {
    return null
  }
}
