/** What people have said of tellings: by id, those that are of one happening, and those that are not. */
export interface Links {
  readonly together: {readonly a: string; readonly b: string; readonly why: string}[]
  readonly apart: {readonly a: string; readonly b: string; readonly why: string}[]
}

export const noLinks: Links = {together: [], apart: []}

/** Links by telling, for looking up.*/
export function linkTables({together, apart}: Links) {
  const partners = new Map<string, Map<string, string>>()
  const strangers = new Map<string, Set<string>>()
  const put = (a: string, b: string, why: string) => {
    const own = partners.get(a) ?? new Map<string, string>()
    partners.set(a, own.set(b, why))
  }
  for (const {a, b, why} of together) {
    put(a, b, why)
    put(b, a, why)
  }
  for (const {a, b} of apart)
    for (const [x, y] of [
      [a, b],
      [b, a],
    ]) {
      const own = strangers.get(x) ?? new Set<string>()
      strangers.set(x, own.add(y))
    }
  return {partners, strangers}
}
