import type {Mention} from '../../model/index.ts'
import type {Tree} from '../../text/index.ts'

const inside = new Set(
  'in at near inside outside across around throughout within off along via beside beyond amid through'.split(' '),
)
const toward = new Set('to from into toward towards over via through onto for'.split(' '))
const overhead = new Set(['over', 'above'])
/** Verbs and nouns of going, whose "to" and "from" lead to a place. */
const motion = new Set(
  `travel fly go visit return withdraw flee arrive come move trip journey drive march walk sail deploy head escape cross
  enter leave reach depart land relocate migrate deport extradite withdrawal visit arrival departure flight retreat pull
  evacuate evacuation pilgrimage smuggle transfer bring take send tour flew fled went came left arrived returned withdrew travelled traveled way road route border exile repatriate move`.split(
    /\s+/,
  ),
)
/** Nouns that make a town's name before them a place. */
export const sites = new Set(
  `airport street road highway gate square suburb district border frontier airspace province mosque church hospital school
  university university campus prison jail port harbour harbor bridge river coast shore island valley mountain city town
  village capital area region zone base airfield hotel market station stadium park cemetery palace building neighbourhood
  neighborhood outskirts centre center metro museum court attack bombing siege blast explosion summit conference talks
  meeting accord agreement declaration treaty protocol marathon riots massacre resident shooting plant refinery`.split(
    /\s+/,
  ),
)
const reached = new Set(
  'visit leave reach enter leave capture seize bomb shell strike storm besiege hit tour quit cross flee'.split(' '),
)

/**
 * Whether a toponym is a place or someone who acts. `seat`: a capital or other seat, which stands for a government
 * only where a government could stand; `city`: never does.
 */
export function senseOf(tree: Tree, head: number, kind: 'state' | 'seat' | 'city'): Mention['sense'] {
  if (kind === 'city') return 'place'
  const rel = tree.rel(head)
  const prep = tree.preposition(head) || (rel === 'conj' ? tree.preposition(tree.shared(head)) : '')
  const up = rel === 'conj' ? tree.head(tree.shared(head)) : tree.head(head)
  const upLemma = up < 0 ? '' : tree.lemma(up).toLowerCase()
  if (prep) {
    const word = prep.split(' ')[0]
    if (overhead.has(word)) return 'place'
    if (inside.has(word)) return 'place'
    const above = up < 0 || tree.upos(up) !== 'NOUN' || tree.head(up) < 0 ? '' : tree.lemma(tree.head(up)).toLowerCase()
    if (toward.has(word) && word !== 'for' && (motion.has(upLemma) || motion.has(above))) return 'place'
    if (kind === 'seat' && (word === 'of' || word === 'on') && (sites.has(upLemma) || word === 'on')) return 'place'
    return 'actor'
  }
  if (rel === 'compound' || rel === 'nmod' || rel === 'amod') {
    if (up < 0) return 'actor'
    if (kind === 'seat' && sites.has(upLemma)) return 'place'
    return 'actor'
  }
  if (kind === 'seat' && rel === 'obj' && reached.has(upLemma)) return 'place'
  if (kind === 'seat' && rel === 'appos' && tree.rel(tree.head(head)) === 'obl') return 'place'
  return 'actor'
}
