import {gunzipSync, gzipSync} from 'node:zlib'
import {DetenteError} from '../../../model/index.ts'
import {compand, expand, type TextModel} from '../../../text/index.ts'
import {packTrees, unpackTrees} from './boosted.ts'
import type {AttributionModel} from './find.ts'
import type {Weights} from './weights.ts'

const parts = ['glance', 'cue', 'right', 'left', 'side', 'source', 'accept'] as const
type Part = (typeof parts)[number]

interface Header {
  readonly format: 3
  readonly from: AttributionModel['from']
  /** Of each part its bytes and the log-odds of its highest weight. */
  readonly parts: readonly (readonly [name: Part, bytes: number, high: number])[]
  /** What the leaves of the judge's trees count. */
  readonly unit: number
}

const loaded = new WeakMap<TextModel, AttributionModel>()

/** The learned reader of attributions that a text model carries; `null` when it carries none. Throws `model/format`. */
export function attributionModel(model: TextModel): AttributionModel | null {
  if (!model.attribution) return null
  const known = loaded.get(model)
  if (known) return known
  const unpacked = unpack(model.attribution)
  loaded.set(model, unpacked)
  return unpacked
}

/** Weights as the bytes of `attribution.bin`: gzip of a line of JSON and the parts; weights below `least` are left out. */
export function pack(model: AttributionModel, least: number): Uint8Array {
  const bytes = parts.map(name => compand(model[name].table, least))
  const header: Header = {
    format: 3,
    from: model.from,
    parts: parts.map((name, n) => [name, bytes[n].length, highest(model[name])]),
    unit: model.judge.unit,
  }
  return gzipSync(Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), ...bytes, packTrees(model.judge)]), {
    level: 9,
  })
}

function highest({table}: Weights): number {
  let high = 0
  for (const w of table) high = Math.max(high, Math.abs(w))
  return high
}

/** Reads the bytes of `attribution.bin`. Throws `model/format`. */
export function unpack(packed: Uint8Array): AttributionModel {
  try {
    const bytes = gunzipSync(packed)
    const line = bytes.indexOf(10)
    const header: Header = JSON.parse(bytes.toString('utf8', 0, line))
    if (header.format !== 3) throw new Error(`format ${header.format}`)
    const weights = new Map<Part, Weights>()
    let at = line + 1
    for (const [name, length, high] of header.parts) {
      weights.set(name, {...expand(bytes.subarray(at, at + length)), unit: high / (127 * 127)})
      at += length
    }
    const part = (name: Part): Weights => {
      const found = weights.get(name)
      if (!found) throw new Error(`part ${name}`)
      return found
    }
    const [glance, cue, right, left, side, source, accept] = parts.map(part)
    const judge = unpackTrees(bytes.subarray(at), header.unit)
    return {glance, cue, right, left, side, source, accept, judge, from: header.from}
  } catch (cause) {
    throw new DetenteError('model/format', 'expected attribution weights (attribution.bin), found something else', {
      hint: 'npm run train -- attribution makes them',
      cause,
    })
  }
}
