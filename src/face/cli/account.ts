import type {CodedEvent, DayReading, Doc, Figure, Party, Reading, Span, Statement} from '../../model/index.ts'
import {fold, type Paint} from './paint.ts'
import {printable} from '../../answer/printable.ts'

const width = 100

/** A reading for people: every record under the words that it came from, what was cut, what was not understood. */
export function accountOf(reading: Reading, paint: Paint): string {
  const {doc} = reading
  const parts = [headOf(reading, paint), ...sentencesOf(reading, paint)]
  if (reading.flags.length > 0)
    parts.push(
      section(
        'Doubtful facts',
        reading.flags.map(flag => `“${slice(doc, flag.span)}”: ${flag.message}`),
        paint,
      ),
    )
  if (doc.cut.length > 0)
    parts.push(
      section(
        'Cut from the page',
        doc.cut.map(({reason, why, text}) => `${reason} (${why}): ${quoted(text)}`),
        paint,
      ),
    )
  const notes = [
    ...doc.notes,
    ...reading.notes.map(({message, span}) => (span ? `${message}: ${quoted(slice(doc, span))}` : message)),
  ]
  if (notes.length > 0) parts.push(section('Not understood, or doubted', notes, paint))
  return `${parts.join('\n\n')}\n`
}

function headOf({doc, written, versions, ...reading}: Reading, paint: Paint): string {
  const rows: [string, string][] = [
    ['outlet', doc.outlet ?? 'not stated'],
    ['published', doc.published.day ?? 'unknown'],
  ]
  for (const why of written.why) if (doc.published.day === null) rows.push(['', why])
  for (const {words, day, won, why} of doc.published.candidates)
    rows.push(['', `${won ? 'taken' : 'rejected'}: “${words}”${words === day ? '' : ` (${day})`}, ${why}`])
  if (doc.republisher) rows.push(['republisher', doc.republisher])
  if (doc.translator) rows.push(['translator', doc.translator])
  if (doc.byline) rows.push(['byline', doc.byline])
  if (doc.credits.length > 0) rows.push(['credits', doc.credits.join(', ')])
  if (doc.url) rows.push(['address', doc.url])
  rows.push(['kind', `${doc.kind}, language ${doc.language}`])
  rows.push(['snapshot', `sha256 ${doc.snapshot.sha256.slice(0, 16)}…, ${doc.snapshot.bytes} bytes`])
  rows.push([
    'found',
    `${reading.events.length} events, ${reading.statements.length} statements, ${reading.figures.length} figures, ${reading.entities.length} entities in ${reading.sentences.length} sentences`,
  ])
  rows.push(['reader', `${versions.reader}, lexicon ${versions.lexicon}, model ${versions.model}`])
  const lines = rows.map(([name, value]) => `${paint.dim(name.padEnd(12))}${printable(value)}`)
  return [paint.bold(printable(doc.title ?? 'Without a title')), ...lines].join('\n')
}

function sentencesOf(reading: Reading, paint: Paint): string[] {
  const {doc} = reading
  const headings = doc.blocks.filter(block => block.kind === 'heading')
  return reading.sentences.map(({start, end}, n) => {
    const words = printable(doc.text.slice(start, end))
    if (headings.some(({span}) => span.start <= start && end <= span.end)) return paint.bold(fold(words, width))
    const records = [
      ...reading.statements.filter(each => each.sentence === n).map(each => statementLines(reading, each, paint)),
      ...reading.events.filter(each => each.sentence === n).map(each => eventLines(reading, each, paint)),
      ...reading.figures.filter(each => each.sentence === n).map(each => figureLine(reading, each, paint)),
    ]
    return [fold(words, width), ...records].join('\n')
  })
}

function statementLines(reading: Reading, statement: Statement, paint: Paint): string {
  const {source, channel, cue, form, stance, dyad, act} = statement
  const speaker = speakerOf(reading, statement)
  const role = source.role ? ` (${slice(reading.doc, source.role)})` : ''
  const outlet =
    channel.outlet === null
      ? 'outlet not stated'
      : `through ${nameOf(reading, channel.outlet)}${channel.how === 'carried' ? ', as before' : ''}`
  const about = dyad === null ? '' : `; ${dyad.join('–')}: ${stance}`
  const content = statement.content.map(span => `“${slice(reading.doc, span)}”`).join(' … ')
  const cueWords = cue === null ? '' : ` “${slice(reading.doc, cue)}”`
  const told = reading.events.find(({id}) => id === statement.event)
  const itself = told ? `; is itself ${told.event} ${told.id}` : ''
  return [
    `    ${paint.mark('SAYS')} ${speaker}${role}${cueWords}, ${outlet}; ${form}, ${act}${about}${itself}`,
    paint.dim(fold(content, width, '         ')),
  ].join('\n')
}

/** Who is quoted: a known entity, else the words that name the source. */
function speakerOf(reading: Reading, {source}: Statement): string {
  const names = [source.entity, ...source.others].map(id => nameOf(reading, id)).filter(name => name !== null)
  if (names.length > 1) return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
  return nameOf(reading, source.entity) ?? (source.span ? slice(reading.doc, source.span) : 'somebody')
}

function eventLines(reading: Reading, event: CodedEvent, paint: Paint): string {
  const {reality} = event
  const type = event.mode === null ? event.event : `${event.event}/${event.mode}`
  const to = event.recipients.length === 0 ? '' : ` → ${partiesOf(reading, event.recipients)}`
  const happened = reality.value === 'occurred' || reality.value === 'historical'
  const sure =
    reality.denied !== null
      ? `denied by ${nameOf(reading, reality.denied)}`
      : reality.claimed !== null
        ? `claimed by ${nameOf(reading, reality.claimed)}`
        : ''
  const real = [reality.value, reality.aspect === 'plain' ? '' : reality.aspect, sure].filter(Boolean).join(', ')
  const facts = [
    event.occurred && `when ${dayWords(reading, event.occurred)}`,
    event.place && `where ${event.place.name}`,
    event.contexts.length > 0 && event.contexts.join(' '),
    event.cameo && `CAMEO ${event.cameo}`,
    `rule ${event.evidence.rule}`,
    event.statement && `in ${event.statement}`,
  ].filter(Boolean)
  return [
    `    ${paint.mark(type)} ${partiesOf(reading, event.actors)}${to}  ${happened ? paint.good(real) : paint.bad(real)}`,
    paint.dim(fold(`“${slice(reading.doc, event.evidence.cue)}” · ${facts.join(' · ')}`, width, '         ')),
    ...reality.why
      .slice(0, 4)
      .map(({because, span}) => paint.dim(`         because ${because}: ${quoted(slice(reading.doc, span))}`)),
  ].join('\n')
}

function figureLine(reading: Reading, figure: Figure, paint: Paint): string {
  const {low, high, approx, unit, who, what} = figure
  const number = low === high ? `${low}` : `${low}–${high}`
  const giver = reading.statements.find(each => each.id === figure.statement)
  const by = giver ? `, given by ${speakerOf(reading, giver)}` : ''
  return `    ${paint.mark('FIGURE')} ${what} ${approx ? 'about ' : ''}${number}${unit ? ` ${unit}` : ''}${who ? ` “${slice(reading.doc, who)}”` : ''}${by}`
}

function dayWords({doc}: Reading, {first, last, span, anchor, approx}: DayReading): string {
  const range =
    first === null && last === null ? 'unknown day' : first === last ? first : `${first ?? '…'} to ${last ?? '…'}`
  const from =
    anchor.to === 'said'
      ? ''
      : `, counted from ${anchor.to === 'none' ? 'a day that the text does not tell' : `the ${anchor.to}${anchor.day ? ` (${anchor.day})` : ''}`}`
  return `${approx ? 'about ' : ''}${range} (“${slice(doc, span)}”${from})`
}

function partiesOf(reading: Reading, parties: readonly Party[]): string {
  if (parties.length === 0) return 'nobody named'
  return parties
    .map(({entity, country, sector}) => {
      const side = [country === entity ? null : country, sector].filter(Boolean).join(' ')
      return `${nameOf(reading, entity)}${side ? ` (${side})` : ''}`
    })
    .join(', ')
}

function nameOf(reading: Reading, id: string | null): string | null {
  if (id === null) return null
  return printable(reading.entities.find(entity => entity.id === id)?.name ?? id)
}

function slice(doc: Doc, {start, end}: Span): string {
  return printable(doc.text.slice(start, end))
}

/** The words in quotation marks; where they are long, their beginning, with the dots outside the marks. */
function quoted(text: string): string {
  const line = printable(text).trim()
  return line.length <= 120 ? `“${line}”` : `“${line.slice(0, 119).trimEnd()}” …`
}

function section(title: string, lines: readonly string[], paint: Paint): string {
  return [paint.bold(title), ...lines.map(line => fold(`· ${line}`, width, '  '))].join('\n')
}
