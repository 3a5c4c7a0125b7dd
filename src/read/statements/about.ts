import type {EntityId, Span} from '../../model/index.ts'
import {countryOf, type Work} from '../work.ts'

const firstPlural = /(?<![\p{L}])(?:we|our|ours|us)(?![\p{L}])/iu
const official = new Set(['GOV', 'MIL', 'SPY', 'LEG', 'JUD', 'COP'])

export interface About {
  readonly about: readonly EntityId[]
  readonly dyad: readonly [EntityId, EntityId] | null
}

/** Whom a statement's words speak of, and the two states whose closeness they concern, where that is clear. */
export function aboutOf(work: Work, content: readonly Span[], speaker: EntityId | null, accused: Span | null): About {
  const text = work.doc.text
  const about = new Set<EntityId>()
  const weights = new Map<EntityId, number>()
  const within = accused ? [...content, accused] : content
  const add = (country: EntityId | null, weight: number) => {
    if (country) weights.set(country, (weights.get(country) ?? 0) + weight)
  }
  for (const {span, entities, all, sense} of work.mentions) {
    if (!within.some(part => part.start <= span.start && span.end <= part.end)) continue
    for (const id of all ? entities : entities.slice(0, 1)) {
      about.add(id)
      add(countryOf(work, id), (sense === 'place' ? 0.4 : 1) + (paired(text, span) ? 1 : 0))
    }
  }
  const home = speaker ? countryOf(work, speaker) : null
  if (home && ((accused && !weights.has(home)) || content.some(part => isOurs(text, part)))) {
    about.add(home)
    add(home, 1)
  }
  const sector = speaker ? (work.entities.get(speaker)?.sector ?? null) : null
  if (home && !weights.has(home) && sector && official.has(sector) && weights.size === 1) add(home, 0.5)
  return {about: [...about], dyad: clearest(weights)}
}

/** "our troops": told of the speaker's own side, but not "US troops". */
function isOurs(text: string, {start, end}: Span): boolean {
  const words = text.slice(start, end)
  return /\b(?:we|our|ours|us)\b/.test(words.replace(/\bUS\b/g, '')) && firstPlural.test(words)
}

/** "between Pakistan and the US": named as a pair. */
function paired(text: string, {start, end}: Span): boolean {
  const before = text.slice(Math.max(0, start - 48), start)
  return (
    (/\bbetween\s+(?:the\s+)?$/i.test(before) && /^\s+and\b/.test(text.slice(end, end + 8))) ||
    /\bbetween\s+(?:[\p{L}’'-]+\s+){1,4}and\s+(?:the\s+)?$/iu.test(before)
  )
}

/** The two states with most weight, when no third comes close. */
function clearest(weights: ReadonlyMap<EntityId, number>): readonly [EntityId, EntityId] | null {
  const ranked = [...weights].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  if (ranked.length < 2) return null
  if (ranked.length > 2 && ranked[2][1] >= ranked[1][1]) return null
  const [a, b] = [ranked[0][0], ranked[1][0]].sort((x, y) => (x < y ? -1 : 1))
  return [a, b]
}
