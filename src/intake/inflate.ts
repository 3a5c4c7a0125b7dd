import {createBrotliDecompress, createGunzip, createInflate} from 'node:zlib'
import type {Readable, Transform} from 'node:stream'
import {DetenteError} from '../model/index.ts'

/** Largest page, in bytes, raw and after decompression. */
export const defaultMaxBytes = 8_000_000

/** Reads a stream to its end, or fails with `intake/too-large` the moment that it grows past `maxBytes`. */
export async function readLimited(stream: Readable, maxBytes: number, what: string): Promise<Uint8Array> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of stream) {
    const piece = typeof part === 'string' ? Buffer.from(part) : (part as Buffer)
    size += piece.length
    if (size > maxBytes) {
      stream.destroy()
      throw tooLarge(what, maxBytes)
    }
    parts.push(piece)
  }
  return Buffer.concat(parts)
}

/** Undoes one content coding; `null`: not one of gzip, deflate, br. `identity` is undone by doing nothing. */
export function inflater(coding: string): Transform | null {
  if (coding === 'gzip' || coding === 'x-gzip') return createGunzip()
  if (coding === 'deflate') return createInflate()
  if (coding === 'br') return createBrotliDecompress()
  return null
}

/** Gzipped bytes, opened as far as `maxBytes`. */
export async function gunzipLimited(bytes: Uint8Array, maxBytes: number, what: string): Promise<Uint8Array> {
  const gunzip = createGunzip()
  gunzip.end(bytes)
  try {
    return await readLimited(gunzip, maxBytes, what)
  } catch (cause) {
    if (cause instanceof DetenteError) throw cause
    throw new DetenteError('intake/media-type', `expected gzip, found something else or a broken end: ${what}`, {cause})
  }
}

export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8
}

export function tooLarge(what: string, maxBytes: number): DetenteError {
  return new DetenteError('intake/too-large', `expected at most ${maxBytes} bytes, found more: ${what}`)
}
