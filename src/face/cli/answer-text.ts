import type {BackgroundAnswer, NamedEra, QuestionAnswer, RelationAnswer} from '../../model/index.ts'
import {fold, type Paint} from './paint.ts'
import {understoodWords} from '../../answer/understood.ts'
import {printable} from '../../answer/printable.ts'

const width = 100

/** An answer for people. Only slices of snapshots stand in quotation marks. */
export function answerText({question, blocks}: QuestionAnswer, paint: Paint): string {
  const parts = [paint.bold(printable(question.text)), paint.dim(`understood as: ${understoodWords(question)}`)]
  if (question.unknown.length > 0)
    parts.push(question.unknown.map(each => paint.bad(`? ${printable(each)}`)).join('\n'))
  for (const {title, lines} of blocks) {
    const shown = lines.map(({text, quote, records}) => {
      const ids = records.length > 0 ? paint.dim(` [${records.join(' ')}]`) : ''
      const words = quote === null ? '' : `\n${paint.mark(fold(`“${printable(quote.words)}”`, width, '      '))}`
      return `${fold(printable(text), width, '    ').replace('    ', '  · ')}${ids}${words}`
    })
    parts.push([paint.bold(title), ...shown].join('\n'))
  }
  return `${parts.join('\n\n')}\n`
}

const bars = '▁▂▃▄▅▆▇█'

/** A relation for people: where the index stands, its years as bars, why it moved, and its incidents. */
export function relationText(
  answer: RelationAnswer,
  {eras, names}: Pick<BackgroundAnswer, 'eras' | 'names'>,
  paint: Paint,
): string {
  const [a, b] = answer.pair
  const {points} = answer.index
  const parts = [
    paint.bold(
      `${a.name} – ${b.name}${answer.theme ? `, theme ${answer.theme}` : ''}${answer.direction === 'both' ? '' : `, ${answer.direction}`}`,
    ),
  ]
  if (answer.empty !== null) return `${parts[0]}\n${answer.empty} Add articles with: npx detente add FILE…\n`
  const last = points.at(-1)
  if (last) {
    parts.push(
      `index ${last.month}: ${last.level.toFixed(2)}, 80 % band ${last.low.toFixed(2)} to ${last.high.toFixed(2)} (−10 conflict … +10 cooperation)`,
    )
    parts.push(yearsText(answer, paint))
  }
  if (eras.length > 0)
    parts.push([paint.bold(`Eras (${eras.length})`), ...eras.map(era => eraLine(era, names))].join('\n'))
  if (answer.change && answer.change.contributions.length > 0) {
    const {from, to, by, contributions} = answer.change
    const shown = contributions.slice(0, 8)
    const rest = contributions.slice(8).reduce((sum, each) => sum + each.share, 0)
    const rows = shown.map(
      ({share, score, incident}) =>
        `  ${signed(share)}  ${signed(score, 1).padStart(5)}  ${incidentLine(answer, incident)}`,
    )
    if (contributions.length > 8) rows.push(`  ${signed(rest)}         ${contributions.length - 8} others`)
    const heads = [
      paint.dim(
        `  The level is smoothed, so an incident pulls both ends: its share is its pull on ${to} less that on ${from}.`,
      ),
      paint.dim('   share  score'),
    ]
    parts.push([paint.bold(`Why it moved from ${from} to ${to}: ${signed(by)}`), ...heads, ...rows].join('\n'))
  }
  const lines = answer.incidents.map(
    incident =>
      `  ${incidentLine(answer, incident.id)}\n${paint.dim(fold(`“${printable(incident.evidence.words)}”`, width, '      '))}`,
  )
  parts.push([paint.bold(`Incidents (${answer.incidents.length})`), ...lines].join('\n'))
  const {docs, outlets, origins, days} = answer.coverage
  parts.push(
    paint.dim(
      `from ${docs} articles, ${outlets} outlets, ${origins} independent origins, ${days.first ?? '?'} to ${days.last ?? '?'}`,
    ),
  )
  return `${parts.join('\n\n')}\n`
}

function eraLine(
  {name, first, last, level, incidents, trigger, others}: NamedEra,
  names: BackgroundAnswer['names'],
): string {
  const with_ = others.slice(0, 3).map(id => names[id] ?? id)
  return printable(
    `  ${first} to ${last}  ${signed(level)}  ${name}; ${incidents} incidents${with_.length > 0 ? `, with ${with_.join(', ')}` : ''}${trigger === null ? '' : `, parted by ${trigger}`}`,
  )
}

function yearsText({index}: RelationAnswer, paint: Paint): string {
  const years = new Map<string, {level: number; incidents: number}>()
  for (const {month, level, incidents} of index.points) {
    const year = month.slice(0, 4)
    years.set(year, {level, incidents: (years.get(year)?.incidents ?? 0) + incidents})
  }
  const list = [...years]
  const bar = list.map(([, {level}]) => bars[Math.max(0, Math.min(7, Math.floor((level + 10) / 2.5)))]).join('')
  return `${list[0][0]} ${paint.mark(bar)} ${list[list.length - 1][0]}  (level at each year's end)`
}

function incidentLine(answer: RelationAnswer, id: string): string {
  const incident = answer.incidents.find(each => each.id === id)
  if (!incident) return id
  const names = (parties: typeof incident.actors) => parties.map(party => party.name).join(', ') || '?'
  const to = incident.recipients.length > 0 ? ` → ${names(incident.recipients)}` : ''
  const day =
    incident.days.first === null
      ? 'day unknown'
      : incident.days.first === incident.days.last
        ? incident.days.first
        : `${incident.days.first}…${incident.days.last ?? ''}`
  const real = incident.reality === 'occurred' || incident.reality === 'historical' ? '' : `, ${incident.reality}`
  return printable(
    `${day}  ${incident.event}${incident.mode ? `/${incident.mode}` : ''}  ${names(incident.actors)}${to}${real}  ×${incident.origins}  ${incident.id}`,
  )
}

function signed(value: number, digits = 3): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(digits)}`
}
