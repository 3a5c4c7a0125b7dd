import {basename} from 'node:path'
import {contentWords, joinTellings, likenessOf, rootsOf, type Telling} from '../../src/record/index.ts'
import {rowsOf} from '../rows.ts'
import type {GoldSet, Score} from '../set.ts'

interface GoldMention {
  readonly id: string
  readonly tag: string
  readonly spans: readonly (readonly [number, number])[]
  readonly text: string
  readonly sentence: number
  /** None: a happening that no other mention tells of. */
  readonly cluster?: string
}

interface GoldDoc {
  readonly id: string
  readonly topic: string
  readonly subtopic: string
  readonly text: string
  readonly sentences: readonly (readonly [number, number, number])[]
  readonly validated_sentences: readonly number[]
  readonly mentions: readonly GoldMention[]
}

/**
 * Same happening across documents on ECB+, with its gold event mentions, topic by topic: each topic holds two like happenings
 * (`ecb` and `ecbplus`) that must be kept apart. The people and bodies of the sentence stand in for actors; no days are given,
 * because the set has none: all Docs of a topic count as printed on one day. The gold clusters are not shown to the joiner.
 */
export const incidents: GoldSet = {
  name: 'incidents',
  data: 'gold/incidents/ecbplus.jsonl',
  about: 'the joiner on gold event mentions of ECB+ without days, BCubed within each topic (validated sentences)',
  async score(path): Promise<Score[]> {
    const docs = rowsOf<GoldDoc>(path)
    const split = basename(path, '.jsonl')
    const gold = new Map<string, string>()
    const found = new Map<string, string>()
    const heads = new Map<string, string>()
    const likeness = likenessOf(docs.map(({id, text}) => ({id: `doc_${id}`, text})))
    for (const topic of new Set(docs.map(doc => doc.topic))) {
      const tellings = docs.filter(doc => doc.topic === topic).flatMap(doc => tellingsOf(doc, gold))
      for (const {id, members} of joinTellings(tellings, {likeness}))
        for (const {telling} of members) found.set(telling.id, `${topic} ${id}`)
      for (const {id, cue} of tellings) heads.set(id, `${topic} ${rootsOf(cue).join(' ')}`)
    }
    const own = bcubed(found, gold)
    const detail = `${gold.size} mentions, ${new Set(gold.values()).size} happenings, ${new Set(found.values()).size} found`
    return [
      {measure: 'BCubed F', split, value: own.f, detail},
      {measure: 'BCubed precision', split, value: own.precision},
      {measure: 'BCubed recall', split, value: own.recall},
      {measure: 'BCubed F of same word in a topic', split, value: bcubed(heads, gold).f, detail: 'for comparison'},
    ]
  },
}

function tellingsOf(doc: GoldDoc, gold: Map<string, string>): Telling[] {
  const sentences = new Map(doc.sentences.map(([n, start, end]) => [n, {start, end}]))
  const slice = ({spans}: GoldMention) => spans.map(([start, end]) => doc.text.slice(start, end)).join(' ')
  return doc.mentions
    .filter(({tag, sentence}) => /^(NEG_)?ACTION/.test(tag) && doc.validated_sentences.includes(sentence))
    .map(mention => {
      const id = `doc_${doc.id}/${mention.id}`
      gold.set(id, mention.cluster ?? `alone ${id}`)
      const at = mention.spans[0][0]
      const near = doc.mentions.filter(each => each.sentence === mention.sentence)
      const place = near.find(({tag}) => /^LOC_(GEO|FAC)/.test(tag))
      const sentence = sentences.get(mention.sentence)!
      return {
        id,
        doc: `doc_${doc.id}`,
        published: '2000-01-01',
        // The kind of action stands in for its type.
        event: /REPORTING|PERCEPTION/.test(mention.tag) ? 'SUPPORT' : /STATE/.test(mention.tag) ? 'REJECT' : 'ASSAULT',
        mode: null,
        contexts: [],
        cameo: null,
        // Who is who across documents is not given, and a set of pronouns would be none: the sentence’s words compare.
        actors: [],
        recipients: [{entity: 'anyone', name: '', kind: null, country: null, sector: null}],
        day: null,
        place: place
          ? {name: slice(place).toLowerCase(), country: null, precision: 'region', latitude: null, longitude: null}
          : null,
        reality: mention.tag.startsWith('NEG_') ? 'negation' : 'occurred',
        aspect: 'plain',
        claimed: null,
        denied: null,
        figures: [],
        cue: slice(mention),
        words: contentWords(doc.text.slice(sentence.start, sentence.end)),
        at,
        sketch: [],
        credits: [],
      } satisfies Telling
    })
}

/** Mean over mentions of how much of its cluster is right, and of how much of the right one it holds. */
function bcubed(found: ReadonlyMap<string, string>, gold: ReadonlyMap<string, string>) {
  const sizes = (of: ReadonlyMap<string, string>, keys: Iterable<string>) => {
    const counts = new Map<string, number>()
    for (const id of keys) counts.set(of.get(id)!, (counts.get(of.get(id)!) ?? 0) + 1)
    return counts
  }
  const foundSizes = sizes(found, gold.keys())
  const goldSizes = sizes(gold, gold.keys())
  const both = new Map([...gold].map(([id, cluster]) => [id, `${cluster}\t${found.get(id)}`]))
  const bothSizes = sizes(both, gold.keys())
  let precision = 0
  let recall = 0
  for (const [id, cluster] of gold) {
    const shared = bothSizes.get(both.get(id)!)!
    precision += shared / foundSizes.get(found.get(id)!)! / gold.size
    recall += shared / goldSizes.get(cluster)! / gold.size
  }
  return {precision, recall, f: (2 * precision * recall) / (precision + recall)}
}
