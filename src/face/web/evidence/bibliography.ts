import type {DocRef, Evidence} from '../../../model/index.ts'

const formats = {bibtex: 'bib', ris: 'ris', csl: 'json'} as const
export type Bibliography = keyof typeof formats

/** Ending of a file of that format. */
export const endingOf = (format: Bibliography) => formats[format]

const titleOf = ({title}: DocRef) => title ?? 'Untitled article'

/** The article that the evidence stands in, with the exact words as a note. An unknown day or outlet is left out, never guessed. */
export function bibliography(evidence: Evidence, format: Bibliography): string {
  if (format === 'bibtex') return bibtex(evidence)
  return format === 'ris' ? ris(evidence) : csl(evidence)
}

/** Characters that mean something to TeX. */
const escaped: {readonly [character: string]: string} = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}
const tex = (text: string) =>
  oneLine(text)
    .replace(/[\\{}~^]/g, found => escaped[found])
    .replace(/[#$%&_]/g, found => `\\${found}`)

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

function bibtex({doc, words, sha256}: Evidence): string {
  const [year, month] = doc.published?.split('-') ?? []
  const fields = [
    ['title', `{${tex(titleOf(doc))}}`],
    ['journal', doc.outlet && tex(doc.outlet)],
    ['year', year],
    ['month', month && String(Number(month))],
    ['date', doc.published],
    ['url', doc.url?.replace(/[{}\\\s]/g, found => encodeURIComponent(found))],
    ['note', tex(`“${words}” [sha256 ${sha256}]`)],
  ].flatMap(([name, value]) => (value ? [`  ${name} = {${value}}`] : []))
  return `@article{${doc.id},\n${fields.join(',\n')}\n}\n`
}

function ris({doc, words, sha256}: Evidence): string {
  const lines = [
    ['TY', 'NEWS'],
    ['ID', doc.id],
    ['TI', titleOf(doc)],
    ['T2', doc.outlet],
    ['PY', doc.published?.slice(0, 4)],
    ['DA', doc.published?.replace(/-/g, '/')],
    ['UR', doc.url],
    ['N1', `“${words}” [sha256 ${sha256}]`],
    ['ER', ''],
  ]
  return lines.flatMap(([tag, value]) => (value == null ? [] : [`${tag}  - ${oneLine(value)}\r\n`])).join('')
}

function csl({doc, words, sha256}: Evidence): string {
  const item = {
    id: doc.id,
    type: 'article-newspaper',
    title: titleOf(doc),
    ...(doc.outlet !== null && {'container-title': doc.outlet}),
    ...(doc.published !== null && {issued: {'date-parts': [doc.published.split('-').map(Number)]}}),
    ...(doc.url !== null && {URL: doc.url}),
    note: `“${words}” [sha256 ${sha256}]`,
  }
  return `${JSON.stringify([item], null, 2)}\n`
}
