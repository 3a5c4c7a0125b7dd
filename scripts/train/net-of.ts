import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {readConllu} from '../../src/text/conllu.ts'
import {loadModel} from '../../src/text/index.ts'
import {type NetSetting, type Stage, stages as usual, trainNet} from './net.ts'
import {packNet} from './pack-net.ts'
import {jackknife} from './taggers.ts'
import {withHeadlines} from './text.ts'
import {usageLines} from './usage.ts'
import {readVectors} from './vectors.ts'

export interface NetOptions {
  /** Folder with `*-train.conllu`. */
  readonly data: string
  /** The text model that the net goes with. */
  readonly text: string
  readonly vectors: string
  readonly out: string
  /** Folder for the numbers after each stage; training goes on behind the last that it holds. */
  readonly state?: string
  readonly stages?: readonly Stage[]
  readonly log: (line: string) => void
}

/** Trains the net that goes with the text model, on its words, tags and labels, and writes it to `out`. */
export function trainNetOf({data, text, vectors, out, state, stages = usual, log}: NetOptions): void {
  const {vocabulary, tags, upos, labels, choice, version} = loadModel(readFileSync(text))
  const files = readdirSync(data).filter(name => name.endsWith('-train.conllu'))
  const gold = files.sort().flatMap(name => readConllu(readFileSync(join(data, name), 'utf8')))
  const sentences = withHeadlines(gold)
  const tagged = jackknife(sentences, {vocabulary, tags, choice, bits: 22, epochs: 8}, 5)
  log('tags made')
  const setting: NetSetting = {vocabulary, tags, labels, vectors: readVectors(vectors), stages, log}
  const net = trainNet(sentences, tagged, state ? {...setting, ...keptIn(state, stages.length)} : setting)
  const file = packNet(net, vocabulary.words(), usageLines(gold, new Set(upos)), version, tags.length, labels.length)
  writeFileSync(out, file)
  log(`${out}: ${(file.length / 1e6).toFixed(1)} MB`)
}

/** What a folder holds of an earlier training, and the writing of what comes. */
function keptIn(folder: string, stages: number): Pick<NetSetting, 'done' | 'afterStage'> {
  const path = (stage: number) => join(folder, `stage-${stage}.f32`)
  let last = stages
  while (last > 0 && !existsSync(path(last))) last--
  return {
    done: last ? {stages: last, numbers: new Float32Array(new Uint8Array(readFileSync(path(last))).buffer)} : undefined,
    afterStage: (stage, numbers) => {
      mkdirSync(folder, {recursive: true})
      writeFileSync(path(stage), new Uint8Array(numbers.buffer))
    },
  }
}
