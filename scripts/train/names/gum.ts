import {type GoldSentence, readConllu} from '../../../src/text/conllu.ts'
import {nameKinds} from '../../../src/text/names.ts'

/** Labels of the names in each sentence of a treebank with `Entity=` in its last column, as GUM has them. */
export function namesInGum(conllu: string): {sentence: GoldSentence; labels: Int32Array}[] {
  const blocks = conllu.split(/\r?\n\s*\r?\n/).filter(block => /^1\t/m.test(block))
  const sentences = readConllu(conllu)
  if (blocks.length !== sentences.length) throw new Error(`${blocks.length} blocks, ${sentences.length} sentences`)
  return sentences.map((sentence, k) => ({sentence, labels: labelsIn(sentence, entitiesIn(blocks[k]))}))
}

interface Entity {
  readonly type: string
  readonly first: number
  readonly last: number
}

const kinds: {readonly [type: string]: number} = {person: 0, organization: 1, place: 2}

function entitiesIn(block: string): Entity[] {
  const found: Entity[] = []
  const open: {id: string; type: string; first: number}[] = []
  let i = -1
  for (const line of block.split(/\r?\n/)) {
    const cells = line.split('\t')
    if (!/^\d+$/.test(cells[0])) continue
    i++
    const value = /(?:^|\|)Entity=([^|]*)/.exec(cells[9] ?? '')?.[1] ?? ''
    for (const [, opening, closing] of value.matchAll(/\(([^()]+)|(?:([^()]*))?\)/g)) {
      if (opening !== undefined) {
        const [id, type] = opening.split('-')
        open.push({id, type, first: i})
      } else {
        const k = closing ? open.findLastIndex(one => one.id === closing) : open.length - 1
        const one = open.splice(k, 1)[0]
        if (one) found.push({type: one.type, first: one.first, last: i})
      }
    }
  }
  return found
}

const titles =
  /^(?:prime|vice|first|former|acting|prof|mr|mrs|ms|miss|dr|professor|president|senator|sen|rep|sir|lady|lord|king|queen|prince|princess|saint|st|captain|capt|general|gen|judge|justice|minister|pope|colonel|col|lieutenant|lt|sergeant|sgt|major|chief|director|governor|secretary|congressman|congresswoman|mayor|chairman|sheikh|ambassador|foreign|deputy|doctor|attorney|brigadier|major-general|reverend|rev|bishop)\.?$/i
const joins = /^(?:of|for|and|the|de|la|del|von|van|&|-|’s|'s|al|el|bin)$/i

/** The name inside each entity that has one: proper nouns around its head, without titles and articles. Outer names win. */
function labelsIn(s: GoldSentence, entities: readonly Entity[]): Int32Array {
  const labels = new Int32Array(s.forms.length)
  const ordered = [...entities].sort((a, b) => b.last - b.first - (a.last - a.first) || a.first - b.first)
  for (const {type, first, last} of ordered) {
    const kind = kinds[type]
    if (kind === undefined) continue
    let head = first
    for (let i = first; i <= last; i++) if (s.heads[i] < first || s.heads[i] > last) head = i
    if (!s.xpos[head].startsWith('NNP') || (kind === 0 && s.xpos[head] === 'NNPS')) continue
    const proper = (i: number) => i >= first && i <= last && s.upos[i] === 'PROPN'
    const capital = (i: number) => i >= first && i <= last && /^[\p{Lu}\d]/u.test(s.forms[i]) && s.upos[i] !== 'DET'
    let from = head
    let to = head
    for (let grown = true; grown; ) {
      grown = false
      if (proper(from - 1) || capital(from - 1)) {
        from--
        grown = true
      } else if (joins.test(s.forms[from - 1] ?? '') && proper(from - 2) && kind !== 2) {
        from -= 2
        grown = true
      }
      if (proper(to + 1)) {
        to++
        grown = true
      } else if (
        joins.test(s.forms[to + 1] ?? '') &&
        proper(to + 2) &&
        (kind === 1 || !/^and$/i.test(s.forms[to + 1]))
      ) {
        to += 2
        grown = true
      } else if (joins.test(s.forms[to + 1] ?? '') && joins.test(s.forms[to + 2] ?? '') && proper(to + 3)) {
        to += 3
        grown = true
      }
    }
    while (kind === 0 && from < to && titles.test(s.forms[from])) from++
    if (labels.subarray(from, to + 1).some(label => label !== 0)) continue
    for (let i = from; i <= to; i++) labels[i] = 1 + kind * 2 + (i > from ? 1 : 0)
  }
  return labels
}

/** For the reader of a table of labels. */
export const labelNames = ['O', ...nameKinds.flatMap(kind => [`begin ${kind}`, `go on ${kind}`])]
