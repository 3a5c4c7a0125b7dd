import type {Lexicon} from '../lexicon/index.ts'
import type {AnswerBlock, EntityId, NetworkAnswer, Question, Tie} from '../model/index.ts'
import type {Known, OpenRecord} from '../record/index.ts'
import {counts} from '../relation/index.ts'
import {line, most} from './lines-of.ts'
import {network} from './network.ts'
import {count, dayWords, list, signed, themeWords} from './words.ts'

/** Parties looked at: those with the most incidents. */
const parties = 24

/** Mean scores nearer to 0 than this, of friendly and hostile acts, are mixed. */
const mixed = 1

/** Least incidents that an answer about camps needs. */
const least = 3

/**
 * Who sides with whom where no pair is named: the two camps that come nearest to all ties of the theme and time asked about, and
 * the ties with the most incidents. With one side named, the ties of that side.
 */
export async function campBlocks(
  record: OpenRecord,
  lexicon: Lexicon,
  {theme, since, until, others}: Question,
  known: Known,
): Promise<{answerable: boolean; blocks: AnswerBlock[]}> {
  const found = await network(record, lexicon, {
    since,
    until,
    theme,
    most: parties,
    asOf: known.asOf ?? null,
    readBy: known.readBy,
  })
  const ties = found.ties.filter(({pair}) => others.length === 0 || others.some(id => pair.includes(id)))
  const incidents = ties.reduce((sum, tie) => sum + tie.incidents, 0)
  const about = [
    ...(theme === null ? [] : [`on ${themeWords(theme)}`]),
    ...(since === null && until === null ? [] : [dayWords({first: since, last: until})]),
  ].join(' ')
  if (incidents < least) {
    const text = `The record cannot answer this: it holds ${count(incidents, 'dated incident')} between two parties${about === '' ? '' : ` ${about}`}; at least ${least} are needed.`
    return {answerable: false, blocks: [{kind: 'short', title: 'Short answer', lines: [line(text)]}]}
  }
  const nameOf = (id: EntityId) => found.parties.find(party => party.id === id)?.name ?? id
  const lines = await Promise.all(
    ties.slice(0, most).map(async ({pair, friendly, hostile, score}) => {
      const behind = (await record.incidents({pair, theme, since, until, ...known})).filter(counts)
      return line(
        `${nameOf(pair[0])} and ${nameOf(pair[1])}: ${leaningWords({friendly, hostile, score})}, mean score ${signed(score)}; ${friendly} friendly and ${hostile} hostile of ${count(behind.length, 'incident')}.`,
        behind.slice(0, 3).map(({id}) => id),
      )
    }),
  )
  const single = ties.filter(tie => tie.incidents === 1).length
  const rest = ties.length > most ? [line(`… and ${ties.length - most} more.`)] : []
  return {
    answerable: true,
    blocks: [
      {kind: 'short', title: 'Short answer', lines: shortLines(found, others, nameOf, about)},
      {kind: 'sides', title: 'Who sides with whom', lines: [...lines, ...rest, ...balanceLines(found, nameOf)]},
      {
        kind: 'gaps',
        title: 'Gaps',
        lines: [
          line(`${single} of ${count(ties.length, 'tie')} ${single === 1 ? 'rests' : 'rest'} on a single incident.`),
        ],
      },
    ],
  }
}

function shortLines(
  {parties, ties}: NetworkAnswer,
  others: readonly EntityId[],
  nameOf: (id: EntityId) => string,
  about: string,
) {
  if (others.length > 0)
    return others.map(side => {
      const partners = ties.filter(({pair}) => pair.includes(side))
      const named = (wanted: number) =>
        partners
          .filter(({score}) => Math.sign(score) === wanted)
          .map(({pair}) => nameOf(pair[0] === side ? pair[1] : pair[0]))
      const words = (names: readonly string[]) => (names.length === 0 ? 'nobody on record' : list(names.slice(0, most)))
      return line(
        `${[nameOf(side), about].filter(Boolean).join(' ')}: with ${words(named(1))}; against ${words(named(-1))}.`,
      )
    })
  const camp = (wanted: 0 | 1) => parties.filter(party => party.camp === wanted).map(({name}) => name)
  return [line(`The two camps that come nearest to all ties${about === '' ? '' : ` ${about}`}:`)].concat(
    ([0, 1] as const).filter(wanted => camp(wanted).length > 0).map(wanted => line(`${list(camp(wanted))}.`)),
  )
}

/** A mean near nothing of acts of both kinds is no side taken. */
function leaningWords({friendly, hostile, score}: Pick<Tie, 'friendly' | 'hostile' | 'score'>): string {
  if (Math.abs(score) < mixed && friendly > 0 && hostile > 0) return 'now with and now against each other'
  return score > 0 ? 'with each other' : score < 0 ? 'against each other' : 'neither with nor against each other'
}

function balanceLines({balance}: NetworkAnswer, nameOf: (id: EntityId) => string) {
  if (balance.triangles === 0) return []
  const [tensest] = balance.examples
  return [
    line(
      `${Math.round(balance.against * 100)} % of the ties’ weight runs against two camps; ${balance.tense} of ${count(balance.triangles, 'triple')} ${balance.tense === 1 ? 'is' : 'are'} tense.${tensest ? ` The tensest: ${list(tensest.map(nameOf))}.` : ''}`,
    ),
  ]
}
