import {readdir, stat} from 'node:fs/promises'
import {join} from 'node:path'

/** Files of a folder that are taken for articles. */
const articles = /\.(?:html?|xhtml|txt)(?:\.gz)?$/i

/** Folders become the articles in them, at any depth, in the order of their paths; all else stays as given. No source comes twice. */
export async function expandSources(sources: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (const source of sources) {
    const folder = source !== '-' && !/^[a-z][a-z\d+.-]+:\/\//i.test(source) && (await isFolder(source))
    found.push(...(folder ? await articlesIn(source) : [source]))
  }
  return [...new Set(found)]
}

async function articlesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, {withFileTypes: true})
  const found: string[] = []
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name)
    if (entry.name.startsWith('.')) continue
    if (entry.isDirectory()) found.push(...(await articlesIn(path)))
    else if (entry.isFile() && articles.test(entry.name)) found.push(path)
  }
  return found
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    found => found.isDirectory(),
    () => false,
  )
}
