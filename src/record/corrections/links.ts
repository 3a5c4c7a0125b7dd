import type {TextAnchor, CorrectionEntry} from '../../model/index.ts'
import type {Links} from '../incidents/links.ts'
import {findWords} from './anchor.ts'

/** A telling as far as an anchor needs it. */
export interface Anchored {
  readonly id: string
  readonly doc: string
  readonly at: number
  readonly event: string
  readonly cue: string
}

export interface AnchoredDoc {
  readonly sha256: string
  readonly text: string
  readonly tellings: readonly Anchored[]
}

/** The telling at an anchor, or why there is none. */
export function tellingAt(
  anchor: TextAnchor,
  doc: AnchoredDoc | undefined,
): {id: string; moved: boolean} | {why: string} {
  if (!doc) return {why: 'its article is not in the record'}
  const found = findWords(anchor, doc.text)
  if (found.span === null) return {why: found.why}
  const {cue = {start: 0, end: anchor.words.length}} = anchor
  const [start, end] = [found.span.start + cue.start, found.span.start + cue.end]
  const there = doc.tellings.filter(({at, cue: words}) => at < end && start < at + words.length)
  const alike = there.filter(({event}) => event === anchor.event)
  const {added} = anchor
  const own = added === undefined ? undefined : doc.tellings.find(({id}) => id.endsWith(added.replace(/^cor/, '')))
  if (own) return {id: own.id, moved: found.moved}
  const one = there.length === 1 ? there[0] : alike.length === 1 ? alike[0] : there[anchor.n ?? 0]
  return one ? {id: one.id, moved: found.moved} : {why: 'no event is read in its words'}
}

/**
 * What merges and splits in force ask of the joiner. A merge holds the tellings of its anchors together; a split keeps those that
 * go together, and apart from those that stay.
 */
export function linksOf(entries: readonly CorrectionEntry[], docs: ReadonlyMap<string, AnchoredDoc>): Links {
  let together: Links['together'][number][] = []
  let apart: Links['apart'][number][] = []
  for (const entry of entries) {
    if (entry.kind !== 'merge' && entry.kind !== 'split') continue
    const tellings = entry.anchors.flatMap(anchor => {
      const found = tellingAt(anchor, docs.get(anchor.sha256))
      return 'id' in found ? [{id: found.id, out: anchor.side === 'out'}] : []
    })
    const why = `by hand: ${entry.id}`
    const chain = (ids: readonly string[]) => {
      for (const b of ids.slice(1)) together.push({a: ids[0], b, why})
    }
    const [out, stay] = [true, false].map(side => tellings.filter(each => each.out === side).map(({id}) => id))
    const crosses = ({a, b}: {a: string; b: string}) =>
      (out.includes(a) && stay.includes(b)) || (out.includes(b) && stay.includes(a))
    // The later word holds: a merge undoes what was kept apart among its tellings, a split what was held together.
    if (entry.kind === 'merge') {
      const ids = tellings.map(({id}) => id)
      apart = apart.filter(({a, b}) => !ids.includes(a) || !ids.includes(b))
      chain(ids)
    } else {
      together = together.filter(link => !crosses(link))
      for (const a of out) for (const b of stay) apart.push({a, b, why})
      chain(out)
    }
  }
  return {together, apart}
}
