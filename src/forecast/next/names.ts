/** What an entity's name tells: the place in its brackets ("Police (India)" → "India"), or the name itself, and the kind before them. */
export interface Names {
  /** Number of the place that an entity belongs to; entities without brackets are their own place. */
  place: Int32Array
  places: number
  /** Number of the kind ("Police"); 0 where the name has no brackets and is no place, 1 where it is a place of others. */
  kind: Int32Array
  kinds: number
}

const bracketed = /^(.*\S)[\s_]*\(([^()]+)\)$/

export const readNames = (names: readonly string[]): Names => {
  const places = new Map<string, number>()
  const kinds = new Map<string, number>([
    ['', 0],
    ['(place)', 1],
  ])
  const number = (of: Map<string, number>, name: string) => {
    const known = of.get(name)
    if (known !== undefined) return known
    of.set(name, of.size)
    return of.size - 1
  }
  const place = new Int32Array(names.length)
  const kind = new Int32Array(names.length)
  const plain = names.map(name => name.replaceAll('_', ' ').trim())
  const owners = new Set(plain.map(name => bracketed.exec(name)?.[2]))
  plain.forEach((name, i) => {
    const parts = bracketed.exec(name)
    place[i] = number(places, parts?.[2] ?? name)
    kind[i] = number(kinds, parts ? parts[1]! : owners.has(name) ? '(place)' : '')
  })
  return {place, places: places.size, kind, kinds: kinds.size}
}
