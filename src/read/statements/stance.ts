import type {Lexicon} from '../../lexicon/index.ts'
import type {Span, Statement} from '../../model/index.ts'
import type {Tree} from '../../text/index.ts'

interface Words {
  /** By first lemma: the rest of the phrase and its side. */
  readonly byFirst: ReadonlyMap<
    string,
    readonly {readonly words: readonly string[]; readonly side: 'for' | 'against'}[]
  >
}

const tables = new WeakMap<Lexicon, Words>()

function tableOf(lexicon: Lexicon): Words {
  const known = tables.get(lexicon)
  if (known) return known
  const byFirst = new Map<string, {words: readonly string[]; side: 'for' | 'against'}[]>()
  for (const {cells} of lexicon.table('stance', ['id', 'words', 'side', 'note', 'from'])) {
    const words = cells.words.split(' ')
    const list = byFirst.get(words[0]) ?? []
    list.push({words, side: cells.side as 'for' | 'against'})
    byFirst.set(words[0], list)
  }
  const table = {byFirst}
  tables.set(lexicon, table)
  return table
}

const negations = /^(?:not|n't|n’t|no|never|neither|nor|without|hardly|nothing|none|cannot)$/i
const flips =
  /^(?:end|lack|halt|stop|cease|prevent|avoid|refuse|fail|reject|deny|over|cancel|reduce|lose|counter|fight|combat|against)$/
const conditions = /^(?:if|unless|provided|otherwise)$/i
const modals = /^(?:may|might|could|would)$/i

/** Where a statement stands on the closeness of two states, and the words that decide it. */
export function stanceOf(
  lexicon: Lexicon,
  trees: readonly Tree[],
  content: readonly Span[],
  denied: boolean,
): {stance: Statement['stance']; cue: Span | null} {
  const {byFirst} = tableOf(lexicon)
  let condition: Span | null = null
  const hits: {side: 'for' | 'against'; span: Span}[] = []
  for (const span of content)
    for (const tree of treesIn(trees, span)) {
      const {starts, ends} = tree.sentence
      for (let i = 0; i < tree.length; i++) {
        if (starts[i] < span.start || ends[i] > span.end) continue
        const at = {start: starts[i], end: ends[i]}
        if (!condition && (conditions.test(tree.form(i)) || (tree.xpos(i) === 'MD' && modals.test(tree.lemma(i)))))
          condition = at
        // "United States", "Peace Corps": names tell nothing.
        if (tree.upos(i) === 'PROPN') continue
        const row = byFirst
          .get(tree.lemma(i).toLowerCase())
          ?.find(({words}) =>
            words.every(
              (word, n) =>
                i + n < tree.length &&
                (tree.lemma(i + n).toLowerCase() === word || tree.form(i + n).toLowerCase() === word),
            ),
          )
        if (!row) continue
        const flipped = isFlipped(tree, i, starts, span.start) !== denied
        hits.push({
          side: flipped ? (row.side === 'for' ? 'against' : 'for') : row.side,
          span: {start: at.start, end: ends[i + row.words.length - 1]},
        })
      }
    }
  if (hits.length === 0) return {stance: 'neither', cue: null}
  if (condition) return {stance: 'conditional', cue: condition}
  const warm = hits.filter(({side}) => side === 'for').length
  const cold = hits.length - warm
  if (warm === cold) return {stance: 'neither', cue: null}
  const side = warm > cold ? 'for' : 'against'
  return {stance: side, cue: hits.find(hit => hit.side === side)!.span}
}

/** Negated, or under a word that ends or fights it. */
function isFlipped(tree: Tree, i: number, starts: Int32Array, from: number): boolean {
  let flipped = false
  for (let k = i - 1; k >= Math.max(0, i - 5) && starts[k] >= from; k--) {
    if (/^[,;:]$/.test(tree.form(k))) break
    if (negations.test(tree.form(k))) flipped = !flipped
    else if (flips.test(tree.lemma(k).toLowerCase()) && k >= i - 3) flipped = !flipped
  }
  // "cooperation … is over", "is no longer possible"
  for (let k = i + 1; k < Math.min(tree.length, i + 9); k++) {
    if (/^[,;:.]$/.test(tree.form(k))) break
    if (/^(?:over|dead|impossible|finished|ended)$/i.test(tree.form(k)) && tree.child(k, 'cop') >= 0) return !flipped
  }
  return flipped
}

/** Trees of the sentences that overlap a span. */
export function treesIn(trees: readonly Tree[], {start, end}: Span): Tree[] {
  return trees.filter(({sentence}) => sentence.start < end && start < sentence.end)
}
