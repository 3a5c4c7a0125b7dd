import {readdirSync, readFileSync} from 'node:fs'
import {dirname, join, relative} from 'node:path'
import {fileURLToPath} from 'node:url'

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

export interface Source {
  /** From the root of the repo, with `/`. */
  readonly path: string
  readonly lines: readonly string[]
}

/** Every file below `folder` whose name ends in one of `endings`, in order of path. */
export function sources(folder: string, endings: readonly string[]): Source[] {
  return readdirSync(join(root, folder), {withFileTypes: true, recursive: true})
    .filter(entry => entry.isFile() && endings.some(ending => entry.name.endsWith(ending)))
    .map(entry => join(entry.parentPath, entry.name))
    .filter(path => !path.includes('node_modules'))
    .sort()
    .map(path => ({path: relative(root, path), lines: readFileSync(path, 'utf8').split('\n')}))
}
