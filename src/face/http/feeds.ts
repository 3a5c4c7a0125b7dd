import {type Context, Hono} from 'hono'
import {generateAtomFeed, generateJsonFeed} from 'feedsmith'
import {type Answers, dateWords, docWords, incidentWords} from '../../answer/index.ts'
import type {CorrectionRow, Incident, RelationAnswer} from '../../model/index.ts'
import {readRelationQuery} from './parameters.ts'

/** Incidents that a feed holds, those told of last. */
const most = 50

interface Entry {
  readonly id: string
  readonly title: string
  /** The words that it came from, with who printed them. */
  readonly text: string
  readonly url: string
  readonly updated: Date
}

/** A relation as a feed for others' readers, Atom or JSON Feed, under the filters of its page: what was told of, or corrected, last stands first. */
export function feeds(answers: Answers): Hono {
  const app = new Hono()
  const asked = async (c: Context) => {
    const pair = c.req.param('pair') ?? ''
    const [answer, corrections] = await Promise.all([
      answers.relation({...readRelationQuery(pair, c.req.query()), from: null, to: null}),
      answers.corrections(),
    ])
    const page = new URL(`/r/${encodeURIComponent(pair).replace('%2C', ',')}`, c.req.url)
    for (const name of ['direction', 'theme', 'asof'] as const) {
      const value = c.req.query(name)
      if (value) page.searchParams.set(name, value)
    }
    c.header('cache-control', 'no-cache')
    return {title: `${titleOf(answer)} · Détente`, page: page.href, entries: entriesOf(answer, page, corrections)}
  }
  app.get('/r/:pair/feed.atom', async c => {
    const {title, page, entries} = await asked(c)
    c.header('content-type', 'application/atom+xml; charset=utf-8')
    return c.body(
      generateAtomFeed({
        id: page,
        title: {value: title},
        updated: entries[0]?.updated ?? new Date(0),
        authors: [{name: 'Détente'}],
        links: [{href: page}, {href: c.req.url, rel: 'self'}],
        entries: entries.map(({id, title, text, url, updated}) => ({
          id: `urn:detente:${id}`,
          title: {value: title},
          updated,
          links: [{href: url}],
          content: {value: text, type: 'text'},
        })),
      }),
    )
  })
  app.get('/r/:pair/feed.json', async c => {
    const {title, page, entries} = await asked(c)
    c.header('content-type', 'application/feed+json; charset=utf-8')
    const feed = generateJsonFeed({
      title,
      home_page_url: page,
      feed_url: c.req.url,
      items: entries.map(({id, title, text, url, updated}) => ({
        id: `urn:detente:${id}`,
        url,
        title,
        content_text: text,
        date_modified: updated,
      })),
    })
    return c.body(typeof feed === 'string' ? feed : JSON.stringify(feed))
  })
  return app
}

function entriesOf({incidents}: RelationAnswer, page: URL, corrections: readonly CorrectionRow[]): Entry[] {
  const causes = causesOf(corrections)
  return incidents
    .map(incident => {
      const why = incident.tellings.flatMap(telling => causes.get(telling) ?? [])
      return {incident, why, updated: Math.max(newest(incident), ...why.map(({at}) => Date.parse(at)))}
    })
    .sort((a, b) => b.updated - a.updated || (a.incident.id < b.incident.id ? -1 : 1))
    .slice(0, most)
    .map(({incident, why, updated}) => {
      const url = new URL(page)
      url.searchParams.set('sel', incident.id)
      const {words, doc} = incident.evidence
      return {
        id: incident.id,
        title: printable(`${happening(incident)}${incidentWords(incident)}`),
        text: printable([`“${words}” ${docWords(doc)}`, ...why.map(causeWords)].join('\n')),
        url: url.href,
        updated: new Date(updated),
      }
    })
}

/** The corrections that hold, newest first, by the record that each changes. One that was taken back leaves no trace. */
function causesOf(corrections: readonly CorrectionRow[]): Map<string, CorrectionRow[]> {
  const causes = new Map<string, CorrectionRow[]>()
  for (const row of corrections)
    if (row.state === 'in-force')
      for (const record of row.records) causes.set(record, [...(causes.get(record) ?? []), row])
  return causes
}

const causeWords = ({words, by, at, why}: CorrectionRow) =>
  `Corrected by ${by} on ${dateWords(new Date(at).toISOString().slice(0, 10))}: ${words}${why === '' ? '' : `, because ${why}`}`

const titleOf = ({pair: [a, b], theme, direction}: RelationAnswer) => {
  const arrow = {both: '↔', 'a-to-b': '→', 'b-to-a': '←'}[direction]
  return `${a.name} ${arrow} ${b.name}${theme === null ? '' : `, ${theme.replaceAll('_', ' ')}`}`
}

/** What did not happen is no news of a deed: it is told first. */
const happening = ({reality, aspect}: Incident) =>
  reality === 'occurred' ? '' : `${aspect === 'plain' ? reality : aspect}: `

/** Moment of the day on which it was told of last; of what was printed on no known day the first that can be it. */
const newest = ({docs}: Incident) =>
  docs.reduce((latest, {published, bounds}) => {
    const day = published ?? bounds.first
    return day === null ? latest : Math.max(latest, Date.parse(`${day}T00:00:00Z`))
  }, 0)

/** Without the characters that XML knows no way to write, and without what would end its quoted text. */
const printable = (text: string) => text.replace(/[^\P{Cc}\n\t]|[\p{Cs}\ufffe\uffff]/gu, '').replaceAll(']]>', ']] >')
