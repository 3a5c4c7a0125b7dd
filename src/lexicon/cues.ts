import {DetenteError} from '../model/error.ts'
import type {Statement} from '../model/statement.ts'
import type {Tables} from './tables.ts'

/** A word that attributes what is told, in one construction. */
export interface Cue {
  readonly id: string
  readonly lemma: string
  readonly pos: 'v' | 'n' | 'p'
  /** Where the content stands: `that`, `clause`, `wh`, `inf`, `obj`, `prep:for`, …, `left`, `quote`, `left-quote`. */
  readonly form: string
  readonly act: Statement['act']
  /** `claim`: the source alone vouches for it; `factive`: the teller vouches for it too; `plain`: neither. */
  readonly class: 'claim' | 'factive' | 'plain'
}

export interface Cues {
  readonly rows: readonly Cue[]
  /** Whether a verb attributes in any construction. */
  tells(verb: string): boolean
  /** The row of a lemma in a construction; beside a quotation, any row in which the verb tells. */
  find(pos: Cue['pos'], lemma: string, form: string): Cue | null
}

const acts = new Set([
  'assessment',
  'prediction',
  'demand',
  'promise',
  'denial',
  'thanks',
  'accusation',
  'threat',
  'claim',
  'other',
])

/** Loads `cues.tsv`. Throws `lexicon/…` with file:line. */
export function loadCues(tables: Tables): Cues {
  const path = tables.path('cues')
  const rows: Cue[] = []
  const byKey = new Map<string, Cue>()
  for (const {line, cells} of tables.rows('cues', ['id', 'lemma', 'pos', 'form', 'act', 'class', 'note', 'from'])) {
    const cue = cells as unknown as Cue
    const key = `${cue.pos} ${cue.lemma} ${cue.form}`
    if (!acts.has(cue.act) || !/^[vnp]$/.test(cue.pos) || !/^(?:claim|factive|plain)$/.test(cue.class))
      throw new DetenteError(
        'lexicon/format',
        `${path}:${line}: expected a known pos, act and class, found ${cue.pos}, ${cue.act}, ${cue.class}`,
      )
    if (byKey.has(key)) throw new DetenteError('lexicon/duplicate-id', `${path}:${line}: ${key} stands twice`)
    byKey.set(key, cue)
    rows.push(cue)
  }
  // A verb that tells in words of its own may stand by a quotation too.
  const tells = new Map<string, Cue>()
  for (const cue of rows)
    if (cue.pos === 'v' && /^(?:that|clause|left|quote|left-quote|wh)$/.test(cue.form)) tells.set(cue.lemma, cue)
  const verbs = new Set(rows.filter(({pos}) => pos === 'v').map(({lemma}) => lemma))
  const lemmas = new Set(rows.map(({lemma}) => lemma))
  /** "recognise" has the rows of "recognize", where it has none of its own. */
  const american = (lemma: string) => (lemma.endsWith('ise') && !lemmas.has(lemma) ? `${lemma.slice(0, -3)}ize` : lemma)
  return {
    rows,
    tells: verb => verbs.has(american(verb)),
    find: (pos, spelled, form) => {
      const lemma = american(spelled)
      if (!lemmas.has(lemma)) return null
      const row = byKey.get(`${pos} ${lemma} ${form}`)
      if (row || pos !== 'v' || (form !== 'quote' && form !== 'left-quote')) return row ?? null
      return tells.get(lemma) ?? null
    },
  }
}
