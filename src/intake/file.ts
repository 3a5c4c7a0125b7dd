import {createReadStream} from 'node:fs'
import {stat} from 'node:fs/promises'
import {DetenteError} from '../model/index.ts'
import type {Doc} from '../model/index.ts'
import {defaultMaxBytes, gunzipLimited, isGzip, readLimited, tooLarge} from './inflate.ts'
import type {PageOptions} from './page.ts'
import {readPage} from './page.ts'

export interface FileOptions extends PageOptions {
  /** Largest page in bytes, also after decompression. 8,000,000 when not given. */
  readonly maxBytes?: number
}

/**
 * A local page or text, gzipped or not, or `-` for standard input. `bytes` are those of the page itself, decompressed.
 * Throws `intake/not-found`, `intake/empty`, `intake/too-large` or `intake/media-type`.
 */
export async function readFileDoc(path: string, options: FileOptions = {}): Promise<{doc: Doc; bytes: Uint8Array}> {
  const maxBytes = options.maxBytes ?? defaultMaxBytes
  const raw =
    path === '-' ? await readLimited(process.stdin, maxBytes, 'standard input') : await readPath(path, maxBytes)
  const bytes = isGzip(raw) ? await gunzipLimited(raw, maxBytes, path) : raw
  if (bytes.length === 0) throw new DetenteError('intake/empty', `nothing to read: ${path}`)
  refuseBinary(bytes, path)
  return {doc: readPage(bytes, {...options, mediaType: options.mediaType ?? typeOf(path)}), bytes}
}

async function readPath(path: string, maxBytes: number): Promise<Uint8Array> {
  try {
    const found = await stat(path)
    if (found.isDirectory()) throw new DetenteError('intake/not-found', `expected a file, found a folder: ${path}`)
    if (found.size > maxBytes) throw tooLarge(path, maxBytes)
    return await readLimited(createReadStream(path), maxBytes, path)
  } catch (cause) {
    if (cause instanceof DetenteError) throw cause
    throw new DetenteError('intake/not-found', `the file cannot be read: ${path}`, {cause})
  }
}

function typeOf(path: string): string | null {
  if (/\.x?html?(\.gz)?$/i.test(path)) return 'text/html'
  return null
}

/** PDF, images, archives: known by their first bytes. */
export function refuseBinary(bytes: Uint8Array, what: string): void {
  const head = Buffer.from(bytes.subarray(0, 8)).toString('latin1')
  const kind = /^%PDF/.test(head)
    ? 'PDF'
    : /^PK\x03\x04/.test(head)
      ? 'a zip archive or office file'
      : /^(\x89PNG|\xff\xd8\xff|GIF8)/.test(head)
        ? 'a picture'
        : null
  if (kind)
    throw new DetenteError('intake/media-type', `expected a page or text, found ${kind}: ${what}`, {
      hint: 'save the article as HTML or text first',
    })
}
