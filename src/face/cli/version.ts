import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'

/** A folder of the package, found from `src/face/cli` as well as from `dist/src/face/cli`. */
export function packageFolder(name: string): string {
  const roots = ['../../../', '../../../../'].map(up => fileURLToPath(new URL(up, import.meta.url)))
  return join(roots.find(root => existsSync(join(root, 'package.json'))) ?? roots[0], name)
}

export function packageVersion(): string {
  return JSON.parse(readFileSync(packageFolder('package.json'), 'utf8')).version
}
