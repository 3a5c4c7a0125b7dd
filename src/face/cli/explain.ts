import type {ExplainedSentence, Explanation, TriedRow} from '../../ingest/index.ts'
import type {CodedEvent, Party, Span} from '../../model/index.ts'
import {drawTree, tagName} from './explain-tree.ts'
import {fold, type Paint} from './paint.ts'
import {printable} from '../../answer/printable.ts'

const width = 100
const nearest = 3

export interface ExplainOptions {
  /** Every row that was tried; otherwise those that fit and, at each word, the nearest others. */
  readonly all?: boolean
}

/** An explanation for people: tree, mentions, rows that fired or nearly did and why not, events with the steps of their reality. */
export function explanationText(explanation: Explanation, paint: Paint, {all = false}: ExplainOptions = {}): string {
  if (explanation.sentences.length === 0) return 'No sentence found in the text.\n'
  return `${explanation.sentences.map(sentence => sentenceText(explanation, sentence, paint, all)).join('\n\n')}\n`
}

function sentenceText(explanation: Explanation, sentence: ExplainedSentence, paint: Paint, all: boolean): string {
  const part = (title: string, lines: readonly string[]) =>
    [paint.bold(title), ...lines.map(line => `  ${line}`)].join('\n')
  return [
    paint.bold(fold(words(explanation, sentence.span), width)),
    part('Tree', drawTree(sentence, paint)),
    part('Who is mentioned', mentionLines(explanation, sentence)),
    part('Rows of data/lexicon/acts.tsv', rowLines(sentence, paint, all)),
    part('Events', eventLines(explanation, sentence, paint)),
  ].join('\n')
}

function mentionLines(explanation: Explanation, {mentions}: ExplainedSentence): string[] {
  if (mentions.length === 0) return ['nobody that the tables know']
  return mentions.map(({span, entities, reason, sense, sector, all}) => {
    const who = entities.map(id => nameOf(explanation, id)).join(all ? ' and ' : ' or ')
    const facts = [
      kindOf(explanation, entities[0]),
      sector,
      sense === 'place' ? 'as a place' : '',
      `by ${reason.replaceAll('-', ' ')}`,
    ]
    return `“${words(explanation, span)}” ${who} (${facts.filter(Boolean).join(', ')})`
  })
}

function rowLines(sentence: ExplainedSentence, paint: Paint, all: boolean): string[] {
  const {game} = sentence
  if (game >= 0 && !all)
    return [`“${printable(sentence.words[game].form)}” shows that it is about a game or match: no row applies`]
  const lines: string[] = []
  const tried = [...new Set(sentence.rows.map(({word}) => word))]
  for (const word of tried) {
    const rows = sentence.rows.filter(row => row.word === word)
    const shown = all ? rows : rows.filter((row, n) => fits(row) || (n < nearest && isNear(row)))
    lines.push(`${paint.mark(printable(sentence.words[word].form))}`)
    for (const row of shown) lines.push(...rowText(sentence, row, paint).map(line => `  ${line}`))
    const left = rows.length - shown.length
    if (left > 0)
      lines.push(
        paint.dim(`  ${left} ${shown.length > 0 ? 'more ' : ''}of its rows ask for other words (--all shows them)`),
      )
  }
  for (const {word, as} of sentence.otherwise) {
    const {form, tag} = sentence.words[word]
    lines.push(
      `${paint.mark(printable(form))} was read as ${article(tagName(tag))}; the table knows it only as ${article(as)}`,
    )
  }
  return lines.length > 0 ? lines : ['no word of the sentence carries an act in the table']
}

function article(noun: string): string {
  return /^[aeiou]/.test(noun) ? `an ${noun}` : `a ${noun}`
}

function rowText(sentence: ExplainedSentence, row: TriedRow, paint: Paint): string[] {
  const type = row.mode === null ? row.event : `${row.event}/${row.mode}`
  const fires = row.outcome === 'fires'
  const sign = fires ? paint.good('✓') : paint.bad('✗')
  const pieces = row.pieces
    .filter(({fits, optional}) => fits || !optional)
    .map(({text, fits, words: at}) => {
      const found = at.map(n => `“${printable(sentence.words[n].form)}”`).join(', ')
      if (fits) return `${text}: ${found || 'there'}`
      return paint.bad(`${text}: ${found ? `not ${found}` : 'nothing there'}`)
    })
  return [
    `${sign} ${row.rule}  ${paint.dim(`${row.pattern}  ${type}, line ${row.line}`)}`,
    ...(pieces.length > 0 ? [`    ${pieces.join(' · ')}`] : []),
    ...(fires ? [] : [`    ${paint.bad(`not told: ${row.why}`)}`]),
  ]
}

function eventLines(explanation: Explanation, {events, rows}: ExplainedSentence, paint: Paint): string[] {
  if (events.length === 0) return ['none']
  return events.flatMap(event => {
    const {event: code, mode, actors, recipients, evidence, reality} = event
    const to = recipients.length > 0 ? ` → ${sideOf(explanation, recipients)}` : ''
    const row = rows.find(({rule, outcome}) => rule === evidence.rule && outcome === 'fires')
    const turned =
      row && row.event !== code ? ` (a row for ${row.event}; who takes part, or what it governs, makes it ${code})` : ''
    const happened = reality.value === 'occurred' || reality.value === 'historical'
    return [
      `${paint.mark(mode === null ? code : `${code}/${mode}`)} ${sideOf(explanation, actors)}${to}, by ${evidence.rule}${turned}`,
      `  reality: ${(happened ? paint.good : paint.bad)(realityOf(explanation, event))}`,
      ...stepsOf(explanation, event).map(line => paint.dim(`    ${line}`)),
      ...(event.occurred
        ? [
            `  day: ${event.occurred.first ?? '…'} to ${event.occurred.last ?? '…'}, “${words(explanation, event.occurred.span)}”`,
          ]
        : []),
    ]
  })
}

function realityOf(explanation: Explanation, {reality}: CodedEvent): string {
  const {value, aspect, claimed, denied} = reality
  return [
    value,
    aspect === 'plain' ? '' : aspect,
    claimed === null ? '' : `claimed by ${nameOf(explanation, claimed)}`,
    denied === null ? '' : `denied by ${nameOf(explanation, denied)}`,
  ]
    .filter(Boolean)
    .join(', ')
}

function stepsOf(explanation: Explanation, {reality}: CodedEvent): string[] {
  if (reality.why.length === 0)
    return ['the sentence asserts it: no negation, modal, condition or governing word says otherwise']
  return reality.why.map(({because, span}) => {
    const cue = words(explanation, span)
    return `because of “${cue}”: ${because.toLowerCase().startsWith(`${cue.toLowerCase()}: `) ? because.slice(cue.length + 2) : because}`
  })
}

function fits({outcome}: TriedRow): boolean {
  return ['fires', 'lighter', 'doer', 'half', 'again', 'told'].includes(outcome)
}

/** Whether anything but its word is there. */
function isNear({pieces}: TriedRow): boolean {
  return pieces.some(({fits, optional, text}) => fits && !optional && text !== 'ACTOR')
}

function sideOf(explanation: Explanation, parties: readonly Party[]): string {
  if (parties.length === 0) return 'nobody named'
  return parties.map(({entity}) => nameOf(explanation, entity)).join(', ')
}

function nameOf({entities}: Explanation, id: string): string {
  return printable(entities.find(entity => entity.id === id)?.name ?? id)
}

function kindOf({entities}: Explanation, id: string): string {
  return entities.find(entity => entity.id === id)?.kind ?? ''
}

function words({text}: Explanation, {start, end}: Span): string {
  return printable(text.slice(start, end))
}
