import {createHash} from 'node:crypto'
import {createReadStream} from 'node:fs'
import {open, stat} from 'node:fs/promises'
import type {Readable} from 'node:stream'
import {createGunzip} from 'node:zlib'
import {open as openZip, type Entry, type ZipFile} from 'yauzl'
import {DetenteError} from '../../model/index.ts'
import {isGzip} from '../inflate.ts'

/** One table on the disk: a file, or one entry of a zip archive. */
export interface TablePart {
  /** Path of the file, and `!` and the entry's name where it is one of several. */
  readonly name: string
  /** SHA-256 of the file, and the entry's name where it is one of several. */
  readonly sha256: string
  /** Bytes of the file that this part takes, packed. */
  readonly size: number
  open(): Promise<OpenPart>
}

export interface OpenPart {
  /** Bytes, unpacked. */
  readonly stream: Readable
  /** Packed bytes that were used up for so many unpacked ones. */
  taken(unpacked: number): number
}

/** The tables in a file that is plain, gzipped or a zip archive, told apart by its first bytes. Throws `intake/not-found` or `intake/broken`. */
export async function tableParts(path: string): Promise<TablePart[]> {
  const [head, size] = await headOf(path)
  if (size === 0) throw new DetenteError('intake/empty', `nothing to read: ${path}`)
  const sha256 = await hashOf(path)
  if (head.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004') return zipParts(path, sha256)
  const packed = isGzip(head)
  return [
    {
      name: path,
      sha256,
      size,
      async open() {
        const raw = createReadStream(path, {highWaterMark: 1 << 20})
        const taken = () => raw.bytesRead
        if (!packed) return {stream: raw, taken}
        const stream = createGunzip({chunkSize: 1 << 20})
        raw.on('error', cause => stream.destroy(cause))
        return {stream: raw.pipe(stream), taken}
      },
    },
  ]
}

async function headOf(path: string): Promise<[Buffer, number]> {
  try {
    const found = await stat(path)
    if (found.isDirectory()) throw new DetenteError('intake/not-found', `expected a file, found a folder: ${path}`)
    const file = await open(path)
    const {buffer, bytesRead} = await file.read(Buffer.alloc(8), 0, 8, 0).finally(() => file.close())
    return [buffer.subarray(0, bytesRead), found.size]
  } catch (cause) {
    if (cause instanceof DetenteError) throw cause
    throw new DetenteError('intake/not-found', `the file cannot be read: ${path}`, {cause})
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const part of createReadStream(path, {highWaterMark: 1 << 20})) hash.update(part)
  return hash.digest('hex')
}

async function zipParts(path: string, sha256: string): Promise<TablePart[]> {
  const archive = await zipAt(path)
  const entries = await entriesOf(archive, path)
  archive.close()
  return entries.map(entry => ({
    name: entries.length === 1 ? path : `${path}!${entry.fileName}`,
    sha256: entries.length === 1 ? sha256 : `${sha256}!${entry.fileName}`,
    size: entry.compressedSize,
    async open() {
      const again = await zipAt(path)
      const stream = await new Promise<Readable>((resolve, reject) =>
        again.openReadStream(entry, (cause, stream) => (cause ? reject(brokenFile(path, cause)) : resolve(stream))),
      )
      stream.on('close', () => again.close())
      return {
        stream,
        taken: unpacked => unpacked * (entry.compressedSize / Math.max(1, entry.uncompressedSize)),
      }
    },
  }))
}

function zipAt(path: string): Promise<ZipFile> {
  return new Promise((resolve, reject) =>
    openZip(path, {lazyEntries: true, autoClose: false}, (cause, archive) =>
      cause ? reject(brokenFile(path, cause)) : resolve(archive),
    ),
  )
}

function entriesOf(archive: ZipFile, path: string): Promise<Entry[]> {
  const entries: Entry[] = []
  return new Promise((resolve, reject) => {
    archive.on('entry', (entry: Entry) => {
      if (!entry.fileName.endsWith('/') && !entry.fileName.startsWith('__MACOSX/')) entries.push(entry)
      archive.readEntry()
    })
    archive.on('end', () => resolve(entries))
    archive.on('error', cause => reject(brokenFile(path, cause)))
    archive.readEntry()
  })
}

/** A file that ends too early or is not packed as its first bytes say. */
export function brokenFile(path: string, cause: unknown, lines = 0): DetenteError {
  const said = cause instanceof Error ? cause.message : String(cause)
  return new DetenteError(
    'intake/broken',
    `expected a whole archive, found a broken one${lines > 0 ? ` after line ${lines}` : ''}: ${path}: ${said}`,
    {hint: 'Fetch the file again; the rows before the break are kept, and the whole file goes on after them.', cause},
  )
}
