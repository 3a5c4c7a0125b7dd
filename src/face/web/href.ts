/** The address as it may be linked, or `null`: only absolute http and https addresses without a name and password in them. */
export function safeHref(address: string | null): string | null {
  if (address === null) return null
  let url: URL
  try {
    url = new URL(address.trim())
  } catch {
    return null
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null
  if (url.username !== '' || url.password !== '') return null
  return url.href
}

/** The live page, scrolled to the words where the browser knows text fragments. */
export function hrefAtWords(address: string | null, words: string): string | null {
  const href = safeHref(address)
  if (href === null) return null
  const trimmed = words.replace(/\s+/g, ' ').trim()
  const parts = trimmed.split(' ')
  const text = parts.length > 8 ? [parts.slice(0, 4).join(' '), parts.slice(-4).join(' ')] : [trimmed]
  const bare = href.split('#')[0]
  return `${bare}#:~:text=${text.map(t => encodeURIComponent(t).replace(/-/g, '%2D')).join(',')}`
}
