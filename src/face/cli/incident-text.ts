import {count} from '../../answer/index.ts'
import type {ContestedFigure, DocRef, FigureGroup, Incident, IncidentAnswer} from '../../model/index.ts'
import {fold, type Paint} from './paint.ts'
import {printable} from '../../answer/printable.ts'

const width = 100

/** An incident for people. Only slices of snapshots stand in quotation marks. */
export function incidentText({incident, tellings, figures, rivals, names}: IncidentAnswer, paint: Paint): string {
  const nameOf = (id: string) => printable(names[id] ?? id)
  const {contest} = incident
  const lines = [
    paint.bold(headline(incident)),
    `${incident.reality}${incident.place ? `, ${printable(incident.place)}` : ''}; ${count(tellings.length, 'telling')}, ${count(incident.origins, 'independent origin')}`,
  ]
  if (incident.claimed) lines.push(`claimed only by ${nameOf(incident.claimed)}`)
  if (contest)
    lines.push(
      paint.bad(
        `contested: told as having happened by ${contest.asserted} origins, denied by ${contest.deniers.map(nameOf).join(', ')}`,
      ),
    )
  for (const {about, incident: other} of rivals) {
    const said = about === 'reality' ? 'told as not having happened' : 'laid at another’s door'
    lines.push(paint.bad(`contradicted: ${said}: ${headline(other)} (${other.id}, ${other.origins} origins)`))
  }
  if (figures.length) lines.push('', paint.bold('Numbers, side by side'), ...figures.flatMap(figureLines))
  lines.push('', paint.bold('Tellings'))
  for (const {id, origin, why, denied, evidence} of tellings) {
    const notes = [denied && `denied by ${nameOf(denied)}`, why].filter(Boolean).join('; ')
    lines.push(`  ${id}  origin ${origin}, ${docWords(evidence.doc)}${notes && paint.dim(` · ${printable(notes)}`)}`)
    lines.push(paint.mark(fold(`“${printable(evidence.words)}”`, width, '      ')))
  }
  return `${lines.join('\n')}\n`
}

function headline({event, mode, actors, recipients, days}: Incident): string {
  const side = (parties: Incident['actors']) => parties.map(({name}) => name).join(', ')
  const when =
    days.first === null ? 'day not told' : days.first === days.last ? days.first : `${days.first} – ${days.last}`
  const to = recipients.length ? ` → ${side(recipients)}` : ''
  return printable(`${event}${mode ? `/${mode}` : ''}: ${side(actors) || 'actor not named'}${to}, ${when}`)
}

const states: Readonly<Record<FigureGroup['state'], string>> = {
  agreed: 'agree',
  updated: 'grew from day to day',
  disputed: 'differ',
}

function figureLines({what, unit, who, state, low, high, figures}: FigureGroup): string[] {
  const scope = [what, unit, who && `“${printable(who)}”`].filter(Boolean).join(' ')
  const own = figures.map(figure => {
    const by = figure.giver ? `given by ${printable(figure.giver)}, ` : ''
    return `      ${amountOf(figure)}  ${by}${docWords(figure.doc)}`
  })
  return [
    `  ${scope}: ${low === high ? low : `${low} to ${high}`}${figures.length > 1 ? `, they ${states[state]}` : ''}`,
    ...own,
  ]
}

const amountOf = ({low, high, approx}: ContestedFigure) =>
  `${approx ? 'about ' : ''}${low === high ? low : `${low}–${high}`}`

const docWords = ({outlet, published}: DocRef) =>
  printable(`${outlet ?? 'outlet not stated'}, ${published ?? 'day unknown'}`)
