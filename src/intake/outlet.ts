/** Letters and digits, without "the", a leading "www" and a domain's ending: `The Live Science` is `livescience.com`. */
function bare(name: string): string {
  return name
    .toLowerCase()
    .replace(/^(the|www)[\s.]+/, '')
    .replace(/\.(com|org|net|info|co|news|tv|[a-z]{2})(\.[a-z]{2})?$/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

export function sameOutlet(a: string, b: string): boolean {
  return bare(a) !== '' && bare(a) === bare(b)
}

/** Of the names that a page gives its site, the first that shares a word with its host, else the first. A motto after a bar is dropped. */
export function siteOf(names: readonly string[], url: string | null): string | null {
  const host = url === null ? '' : hostOf(url)
  const plain = names.map(withoutMotto).filter(name => name !== '')
  const borne = plain.find(
    name => host !== '' && (bare(name) === host || wordsOf(name).some(word => host.includes(word))),
  )
  return borne ?? plain[0] ?? null
}

function wordsOf(name: string): string[] {
  return (
    name
      .toLowerCase()
      .match(/[\p{L}\p{N}]{3,}/gu)
      ?.filter(word => word !== 'the' && word !== 'www' && word !== 'com') ?? []
  )
}

function withoutMotto(name: string): string {
  const [first, ...rest] = name.split(/\s*[|»]\s*|\s+[–—-]\s+/)
  return (rest.length > 0 && first.length > 2 ? first : name).replace(/^[\s|]+|[\s|]+$/g, '')
}

function hostOf(url: string): string {
  try {
    const parts = new URL(url).hostname.replace(/^www\./, '').split('.')
    return bare(
      parts.slice(Math.max(0, parts.length - (parts.at(-1)!.length === 2 && parts.length > 2 ? 3 : 2))).join('.'),
    )
  } catch {
    return ''
  }
}
