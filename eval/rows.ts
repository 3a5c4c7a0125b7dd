import {readdirSync, readFileSync, statSync} from 'node:fs'
import {basename, join} from 'node:path'

/** The rows of a file of JSON Lines. */
export function rowsOf<Row>(file: string): Row[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => JSON.parse(line) as Row)
}

/** Name and rows of a file, or of each file in a folder, by name. */
export function splitsOf<Row>(path: string): [split: string, Row[]][] {
  const files = statSync(path).isDirectory()
    ? readdirSync(path)
        .filter(name => name.endsWith('.jsonl'))
        .sort()
        .map(name => join(path, name))
    : [path]
  return files.map(file => [basename(file, '.jsonl'), rowsOf<Row>(file)])
}
