import iconv from 'iconv-lite'

export interface Decoded {
  readonly text: string
  /** WHATWG name, lower case. */
  readonly charset: string
  readonly notes: string[]
}

/**
 * Bytes to text. A byte order mark decides, then what the server said, then `<meta charset>`; without any, UTF-8 where
 * the bytes are UTF-8, else windows-1252 with a note.
 */
export function decode(bytes: Uint8Array, said: string | null): Decoded {
  const marked = byteOrderMark(bytes)
  if (marked) return {text: strip(iconv.decode(Buffer.from(bytes), marked)), charset: marked, notes: []}
  const notes: string[] = []
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (const [from, name] of [
    ['the server', said],
    ['the page', metaCharset(buffer)],
  ] as const) {
    if (!name) continue
    const known = canonical(name)
    if (!known) {
      notes.push(`unknown charset "${name.slice(0, 40)}" named by ${from}`)
      continue
    }
    if (known === 'utf-8') {
      const text = utf8(buffer)
      if (text !== null) return {text: strip(text), charset: known, notes}
      if (spoilt(buffer) < 0.001) {
        notes.push(`some bytes are not utf-8, which ${from} names`)
        return {text: strip(new TextDecoder('utf-8').decode(buffer)), charset: known, notes}
      }
      notes.push(`charset utf-8, named by ${from}, does not fit the bytes`)
      continue
    }
    return {text: strip(iconv.decode(buffer, known)), charset: known, notes}
  }
  const text = utf8(buffer)
  if (text !== null) return {text: strip(text), charset: 'utf-8', notes}
  notes.push('charset guessed: windows-1252')
  return {text: iconv.decode(buffer, 'windows-1252'), charset: 'windows-1252', notes}
}

function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return null
}

function metaCharset(buffer: Buffer): string | null {
  const head = buffer.subarray(0, 4096).toString('latin1')
  if (!head.includes('<')) return null
  const found =
    /<meta[^>]+charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(head) ?? /<\?xml[^>]+encoding\s*=\s*["']([\w:.-]+)/i.exec(head)
  // A page that could be read as far as its meta element cannot be in UTF-16.
  return found ? found[1].replace(/^utf-16(le|be)?$/i, 'utf-8') : null
}

/** Browsers read ISO-8859-1 and ASCII as windows-1252, and so do we. */
function canonical(name: string): string | null {
  const low = name.trim().toLowerCase()
  if (/^(utf-?8|unicode-1-1-utf-8)$/.test(low)) return 'utf-8'
  if (/^(iso-?8859-?1|latin-?1|us-ascii|ascii|cp1252|x-cp1252|windows-1252)$/.test(low)) return 'windows-1252'
  return iconv.encodingExists(low) && !/^(base64|hex|binary|utf-?7)/.test(low) ? low : null
}

function utf8(buffer: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(buffer)
  } catch {
    return null
  }
}

/** Share of characters that are no UTF-8. */
function spoilt(buffer: Buffer): number {
  const text = new TextDecoder('utf-8').decode(buffer)
  return (text.match(/\ufffd/g)?.length ?? 0) / Math.max(1, text.length)
}

function strip(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
}
