import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {extname, join} from 'node:path'
import {gzipSync} from 'node:zlib'
import {DetenteError} from '../../model/index.ts'

const mediaTypes: {readonly [extension: string]: string} = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

export interface Asset {
  readonly type: string
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly zipped: Uint8Array<ArrayBuffer>
}

/** The built workbench, whole in memory: no request can name a path on disk. */
export interface Site {
  readonly shell: string
  readonly assets: ReadonlyMap<string, Asset>
}

/** Reads what `vite build src/face/web` wrote. Throws `usage/argument` when it is not there. */
export function readSite(root: string): Site {
  const shell = join(root, 'index.html')
  if (!existsSync(shell))
    throw new DetenteError('usage/argument', `webRoot: expected a folder with index.html, found none at ${root}`, {
      hint: 'npm run build',
    })
  const folder = join(root, 'assets')
  const assets = new Map<string, Asset>()
  for (const name of existsSync(folder) ? readdirSync(folder).sort() : []) {
    const type = mediaTypes[extname(name)]
    if (!type) continue
    const bytes = new Uint8Array(readFileSync(join(folder, name)))
    assets.set(name, {type, bytes, zipped: new Uint8Array(gzipSync(bytes))})
  }
  return {shell: readFileSync(shell, 'utf8'), assets}
}
