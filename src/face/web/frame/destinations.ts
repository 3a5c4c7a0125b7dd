import type {HomeAnswer} from '../../../model/index.ts'
import {docPath, pairPath} from '../router.ts'
import {pages} from './pages.ts'

export interface Destination {
  readonly name: string
  readonly kind: 'page' | 'relation' | 'article' | 'question'
  readonly href: string
}

/** Everywhere one can go: pages, the relations known best, and articles. */
export function destinations(home: HomeAnswer | null): readonly Destination[] {
  return [
    ...pages.map(({name, href}) => ({name, href, kind: 'page' as const})),
    ...(home?.relations ?? []).map(({pair, names}) => ({
      name: names.join(' ↔ '),
      href: pairPath(...pair),
      kind: 'relation' as const,
    })),
    ...(home?.docs ?? []).map(doc => ({
      name: doc.title ?? `Untitled article of ${doc.outlet ?? doc.id}`,
      href: docPath(doc.id),
      kind: 'article' as const,
    })),
  ]
}

/** Those in which every typed word begins a word or a code; the ones that begin with the first come first. */
export function matching(list: readonly Destination[], typed: string, most = 12): readonly Destination[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  const rank = ({name, href}: Destination): number => {
    const parts = `${name} ${href}`.toLowerCase().split(/[^\p{L}\p{N}]+/u)
    if (!words.every(word => parts.some(part => part.startsWith(word)))) return -1
    return words.length > 0 && parts[0].startsWith(words[0]) ? 1 : 0
  }
  return list
    .map((each, n) => ({each, n, rank: rank(each)}))
    .filter(found => found.rank >= 0)
    .sort((a, b) => b.rank - a.rank || a.n - b.n)
    .slice(0, most)
    .map(({each}) => each)
}
