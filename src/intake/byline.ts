import {isAgency} from './credit.ts'

const noName =
  /^(admin\w*|\w*admin|editors?|root|user|guest|webmaster|staff( reports?)?|biography|profile|author|authors|contributor|newsroom|editorial|web ?desk|news ?desk|[\w.]+@.*|.*\d{3}.*)$/i
const role =
  /\s*(,|\s[-–—|·/]|\()\s*((staff|senior|chief|associate|political|national|foreign|diplomatic|security|sports|business|AP|AFP|Reuters|contributing|special)\b.*|.*\b(writer|editor|correspondent|reporter|columnist|analyst|desk|bureau)s?\b.*)$/i
const trailing =
  /[\s,.;:|–—-]+$|\s+(on|in|at|for|and|updated|published|posted|january|february|march|april|may|june|july|august|september|october|november|december)$/i

/** A printed name without "By", role and day; `null` when it names nobody: "admin", an address, an agency. */
export function cleanName(printed: string): string | null {
  let name = printed.replace(/^\W*(by|author|written by|posted by)\b\s*:?\s*/i, '').replace(role, '')
  for (let n = 0; n < 3; n++) name = name.replace(trailing, '')
  name = name.trim()
  if (name.length < 3 || name.length > 100 || noName.test(name) || isAgency(name)) return null
  return /\p{L}{2}/u.test(name) ? name : null
}

/** The printed byline, else the names in the page's data; never the outlet itself. */
export function bylineOf(printed: string | null, named: readonly string[], outlet: string | null): string | null {
  const own = (name: string | null) => name !== null && name.toLowerCase() !== outlet?.toLowerCase()
  const first = printed === null ? null : cleanName(printed)
  if (own(first)) return first
  const names = [...new Set(named.map(cleanName))].filter(own)
  return names.length > 0 ? names.slice(0, 6).join(', ') : null
}
