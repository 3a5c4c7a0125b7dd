import {tidy} from './piece.ts'

/** What the page's head and structured data say about it. Nothing is judged here. */
export interface Facts {
  readonly titles: {readonly open: string | null; readonly data: string | null; readonly head: string | null}
  /** Name of the publisher or site, likeliest first. */
  readonly sites: readonly string[]
  readonly authors: readonly string[]
  readonly canonical: string | null
  readonly language: string | null
  /** `NewsArticle`, `OpinionNewsArticle`, … of the article's own record. */
  readonly types: readonly string[]
  readonly sections: readonly string[]
  /** Publication stamps: where from, the attribute or property, its words. */
  readonly stamps: readonly {
    readonly from: 'json-ld' | 'opengraph' | 'meta'
    readonly name: string
    readonly words: string
  }[]
  /** Stamps of the last change. */
  readonly changes: readonly {
    readonly from: 'json-ld' | 'opengraph' | 'meta'
    readonly name: string
    readonly words: string
  }[]
}

type Json = {[key: string]: unknown}

const articleType = /(Article|BlogPosting|Report|LiveBlogPosting|CreativeWork|MediaObject)$/
const dayMeta =
  /^(article:published_time|og:article:published_time|og:published_time|og:pubdate|datepublished|pubdate|publish-?date|publication_?date|date|dc\.?date(\.issued|\.created)?|dcterms\.(date|created|issued)|sailthru\.date|parsely-pub-date|cxenseparse:recs:publishtime|article\.published|published_time|citation_publication_date|originalpublicationdate|displaydate|ptime|cse_pubdate)$/i
const changeMeta =
  /^(article:modified_time|og:updated_time|datemodified|last-modified|lastmod|revised|dcterms\.modified)$/i

export function factsOf(document: Document, html: string): Facts {
  const metas = [...document.querySelectorAll('meta')].slice(0, 400).map(meta => ({
    name: (meta.getAttribute('property') ?? meta.getAttribute('name') ?? meta.getAttribute('itemprop') ?? '').trim(),
    item: meta.getAttribute('itemprop'),
    content: tidy(meta.getAttribute('content') ?? '').slice(0, 500),
  }))
  const named = (...names: string[]) => {
    for (const name of names) {
      const found = metas.find(meta => meta.name.toLowerCase() === name && meta.content)
      if (found) return found.content
    }
    return null
  }
  const {records, byId} = jsonRecords(document)
  const article = ownRecord(records)
  const stamps: Facts['stamps'][number][] = []
  const changes: Facts['changes'][number][] = []
  for (const [key, list] of [
    ['datePublished', stamps],
    ['dateCreated', stamps],
    ['dateModified', changes],
  ] as const) {
    const words = article && textOf(article[key])
    if (words && !(key === 'dateCreated' && stamps.length > 0)) list.push({from: 'json-ld', name: key, words})
  }
  for (const {name, content} of metas) {
    const from = /^(og|article):/.test(name) ? 'opengraph' : 'meta'
    if (content && dayMeta.test(name)) stamps.push({from, name, words: content})
    else if (content && changeMeta.test(name)) changes.push({from, name, words: content})
  }
  const publisher = article && nameOf(article.publisher, byId)
  const author = named('author', 'article:author', 'parsely-author', 'sailthru.author', 'dc.creator', 'byl')
  return {
    titles: {
      open: named('og:title', 'twitter:title'),
      data: article ? textOf(article.headline) : null,
      head:
        tidy(
          (document.querySelector('head > title')?.textContent ?? '')
            .slice(0, 1000)
            .replace(/<\/?[a-z][^<>]{0,60}>/gi, ''),
        ) || null,
    },
    sites: [
      named('og:site_name'),
      publisher,
      named('publisher', 'application-name', 'dc.publisher', 'citation_journal_title'),
    ].filter(site => site !== null && site !== '' && !/^https?:/.test(site)) as string[],
    authors: [
      ...(article ? namesOf(article.author, byId) : []),
      ...(author && !/^https?:/.test(author) ? [author] : []),
    ],
    canonical: document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? named('og:url'),
    language: /<html[^>]*\slang\s*=\s*["']?([\w-]+)/i.exec(html.slice(0, 20000))?.[1]?.toLowerCase() ?? null,
    types: article ? typesOf(article) : [],
    sections: [named('article:section'), article ? textOf(article.articleSection) : null].filter(
      x => x !== null,
    ) as string[],
    stamps,
    changes,
  }
}

function jsonRecords(document: Document): {records: Json[]; byId: Map<string, Json>} {
  const records: Json[] = []
  const byId = new Map<string, Json>()
  const visit = (value: unknown, depth: number) => {
    if (depth > 6 || records.length > 500 || typeof value !== 'object' || value === null) return
    if (Array.isArray(value)) {
      for (const one of value) visit(one, depth + 1)
      return
    }
    const record = value as Json
    if (record['@type']) records.push(record)
    if (typeof record['@id'] === 'string' && record['@type']) byId.set(record['@id'], record)
    if (record['@graph']) visit(record['@graph'], depth + 1)
    if (record.mainEntity) visit(record.mainEntity, depth + 1)
  }
  for (const script of [...document.querySelectorAll('script[type="application/ld+json"]')].slice(0, 20)) {
    const text = (script.textContent ?? '').replace(/^\s*(<!\[CDATA\[|<!--)|(\]\]>|-->)\s*$/g, '')
    if (text.length > 1_000_000) continue
    try {
      visit(JSON.parse(text), 0)
    } catch {
      try {
        visit(JSON.parse(text.replace(/[\u0000-\u001f]+/g, ' ')), 0)
      } catch {
        // Broken structured data is common; the rest of the page still speaks.
      }
    }
  }
  return {records, byId}
}

/** The record of this page's article; of several, the first with a headline or a day. */
function ownRecord(records: readonly Json[]): Json | null {
  const articles = records.filter(record => typesOf(record).some(type => articleType.test(type)))
  const found =
    articles.find(one => one.headline && one.datePublished) ?? articles.find(one => one.headline ?? one.datePublished)
  if (found) return found
  const page = records.find(record => typesOf(record).some(type => /WebPage$/.test(type)) && record.datePublished)
  return page ?? articles[0] ?? null
}

function typesOf(record: Json): string[] {
  const type = record['@type']
  return (Array.isArray(type) ? type : [type]).filter(one => typeof one === 'string')
}

function textOf(value: unknown): string | null {
  if (typeof value === 'string') return tidy(decodeEntities(value)) || null
  if (Array.isArray(value)) return value.length > 0 ? textOf(value[0]) : null
  return null
}

function nameOf(value: unknown, byId: ReadonlyMap<string, Json>): string | null {
  return namesOf(value, byId)[0] ?? null
}

function namesOf(value: unknown, byId: ReadonlyMap<string, Json>): string[] {
  if (typeof value === 'string') return /^https?:/.test(value) ? [] : [tidy(decodeEntities(value))].filter(Boolean)
  if (Array.isArray(value)) return value.slice(0, 20).flatMap(one => namesOf(one, byId))
  if (typeof value !== 'object' || value === null) return []
  const record = value as Json
  const known = typeof record['@id'] === 'string' ? byId.get(record['@id']) : undefined
  const name = textOf(record.name) ?? (known ? textOf(known.name) : null)
  return name ? [name] : []
}

function decodeEntities(text: string): string {
  const named: {[name: string]: string} = {
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: ' ',
    rsquo: '’',
    lsquo: '‘',
    ldquo: '“',
    rdquo: '”',
    ndash: '–',
    mdash: '—',
    hellip: '…',
  }
  return text.replace(/&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|([a-z]{2,6}));/gi, (all, decimal, hex, name) => {
    if (name) return named[name.toLowerCase()] ?? all
    const code = Number.parseInt(decimal ?? hex, decimal ? 10 : 16)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all
  })
}
