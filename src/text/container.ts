import {gunzipSync, gzipSync} from 'node:zlib'

/** What stands first in a model file: anything, and the names and sizes of the parts, packed and not. */
export interface ContainerHeader {
  readonly parts: readonly (readonly [name: string, packed: number, bytes: number])[]
}

/** A model file: the length of a JSON header, the header, and parts that are gzip each, so that only what is needed is unpacked. */
export function packContainer(
  header: object,
  parts: readonly (readonly [name: string, bytes: Uint8Array])[],
): Uint8Array {
  const packed = parts.map(([, bytes]) => gzipSync(bytes, {level: 9}))
  const sizes = parts.map(([name, bytes], i) => [name, packed[i].length, bytes.length])
  const head = new TextEncoder().encode(JSON.stringify({...header, parts: sizes}))
  const size = new Uint8Array(4)
  new DataView(size.buffer).setUint32(0, head.length, true)
  return Buffer.concat([size, head, ...packed])
}

/** The header of a model file, and its parts by name. Throws where the file has another form. */
export function openContainer<Header>(file: Uint8Array): {header: Header; part: (name: string) => Uint8Array} {
  const size = new DataView(file.buffer, file.byteOffset, file.length).getUint32(0, true)
  if (size > file.length - 4) throw new Error(`a header of ${size} bytes`)
  const header: Header & ContainerHeader = JSON.parse(new TextDecoder().decode(file.subarray(4, 4 + size)))
  const part = (wanted: string) => {
    let at = 4 + size
    for (const [name, packed, bytes] of header.parts) {
      if (name === wanted) return gunzipSync(file.subarray(at, at + packed), {chunkSize: Math.max(64, bytes)})
      at += packed
    }
    throw new Error(`no part ${wanted}`)
  }
  return {header, part}
}

/** Bytes as signed ones. */
export const signed = (bytes: Uint8Array) => new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length)
