import {createHash} from 'node:crypto'
import type {DocRef, Told, ToldParty} from '../../model/index.ts'

/** Names made here are UUIDs of version 5 in this space. */
const space = Buffer.from('6f1f0cbb7d1c5d0d9f6a2c1a3d1e9b54', 'hex')

/** A STIX 2.1 bundle: articles as reports, parties as identities, tellings as notes over the printed words and as relationships. Nothing in it depends on the clock. */
export function stixBundle(told: readonly Told[]): object {
  const objects = new Map<string, object>()
  const reports = new Map<string, {doc: DocRef; refs: string[]}>()
  const put = (object: {id: string}) => void (objects.has(object.id) || objects.set(object.id, object))
  for (const each of told) {
    const made = madeOn(each.doc)
    const ids = [...each.actors, ...each.recipients].map(party => {
      const identity = identityOf(party, made)
      put(identity)
      return identity.id
    })
    const note = noteOf(each, ids, made)
    put(note)
    for (const actor of each.actors)
      for (const recipient of each.recipients)
        if (actor.entity !== recipient.entity) put(relationshipOf(each, actor, recipient, made))
    const report = reports.get(each.doc.id) ?? {doc: each.doc, refs: []}
    report.refs.push(...ids, note.id)
    reports.set(each.doc.id, report)
  }
  for (const {doc, refs} of reports.values()) put(reportOf(doc, [...new Set(refs)]))
  const list = [...objects.values()]
  return {type: 'bundle', id: idOf('bundle', list.map(object => (object as {id: string}).id).join(' ')), objects: list}
}

/** STIX wants a moment for everything; the day of publication, or the latest that it can be, stands for it. */
const madeOn = ({published, bounds}: DocRef) =>
  `${published ?? bounds.last ?? bounds.first ?? '1970-01-01'}T00:00:00.000Z`

const common = (type: string, name: string, made: string) => ({
  type,
  spec_version: '2.1',
  id: idOf(type, name),
  created: made,
  modified: made,
})

function identityOf({entity, name, sector, country, wikidata}: ToldParty, made: string) {
  const people = sector === null && entity !== country
  return {
    ...common('identity', entity, made),
    name,
    identity_class: people ? 'unspecified' : 'organization',
    ...(wikidata === null
      ? {}
      : {
          external_references: [
            {source_name: 'wikidata', external_id: wikidata, url: `https://www.wikidata.org/wiki/${wikidata}`},
          ],
        }),
  }
}

function noteOf({id, event, mode, reality, words, doc}: Told, identities: readonly string[], made: string) {
  return {
    ...common('note', id, made),
    abstract: `${event}${mode === null ? '' : `/${mode}`}, ${reality}`,
    content: words,
    object_refs: [...new Set([...identities, idOf('report', doc.id)])],
  }
}

function relationshipOf({id, event, first, last, words}: Told, actor: ToldParty, recipient: ToldParty, made: string) {
  return {
    ...common('relationship', `${id} ${actor.entity} ${recipient.entity}`, made),
    relationship_type: event.toLowerCase(),
    description: words,
    source_ref: idOf('identity', actor.entity),
    target_ref: idOf('identity', recipient.entity),
    // The end must be later than the start: it is the end of the last day.
    ...(first === null || last === null
      ? {}
      : {start_time: `${first}T00:00:00.000Z`, stop_time: `${last}T23:59:59.999Z`}),
  }
}

function reportOf(doc: DocRef, refs: readonly string[]) {
  return {
    ...common('report', doc.id, madeOn(doc)),
    name: doc.title ?? doc.id,
    report_types: ['threat-report'],
    published: madeOn(doc),
    object_refs: refs,
    ...(doc.url === null ? {} : {external_references: [{source_name: doc.outlet ?? 'article', url: doc.url}]}),
  }
}

/** UUID of version 5 (RFC 9562) over type and name. */
function idOf(type: string, name: string): string {
  const hash = createHash('sha1').update(space).update(`${type} ${name}`).digest().subarray(0, 16)
  hash[6] = (hash[6] & 0x0f) | 0x50
  hash[8] = (hash[8] & 0x3f) | 0x80
  const hex = hash.toString('hex')
  return `${type}--${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
