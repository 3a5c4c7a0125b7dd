import type {Lexicon} from '../lexicon/index.ts'
import type {AnswerBlock, EntityId, NetworkAnswer, Question, Tie} from '../model/index.ts'
import {isBetween, type Known, type OpenRecord} from '../record/index.ts'
import {counts, scoreOf, thirdParties} from '../relation/index.ts'
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
  const ties =
    others.length === 0
      ? found.ties
      : (await Promise.all(others.map(side => tiesOf(record, side, {theme, since, until}, known)))).flat()
  const names = await record.names()
  const nameOf = (id: EntityId) => lexicon.entities.get(id)?.name ?? names[id] ?? id
  const incidents = ties.reduce((sum, tie) => sum + tie.incidents, 0)
  const about = [
    ...(theme === null ? [] : [`on ${themeWords(theme)}`]),
    ...(since === null && until === null ? [] : [dayWords({first: since, last: until})]),
  ].join(' ')
  if (incidents < least) {
    const whom = others.length === 0 ? 'between two parties' : `of ${list(others.map(nameOf))} with anybody`
    const text = `The record cannot answer this: it holds ${count(incidents, 'dated incident')} ${whom}${about === '' ? '' : ` ${about}`}; at least ${least} are needed.`
    return {answerable: false, blocks: [{kind: 'short', title: 'Short answer', lines: [line(text)]}]}
  }
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
      {kind: 'short', title: 'Short answer', lines: shortLines(found, ties, others, nameOf, about)},
      {
        kind: 'sides',
        title: 'Who sides with whom',
        lines: [...lines, ...rest, ...(others.length === 0 ? balanceLines(found, nameOf) : [])],
      },
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

/** Whom a side had to do with, by its own incidents: rebels and gangs too, which stand for themselves. */
async function tiesOf(
  record: OpenRecord,
  side: EntityId,
  asked: Pick<Question, 'theme' | 'since' | 'until'>,
  known: Known,
): Promise<Tie[]> {
  const met = new Map<EntityId, number[]>()
  for (const incident of (await record.incidents({party: side, ...asked, ...known})).filter(counts))
    for (const other of thirdParties(incident, [side, side]))
      if (isBetween(incident, [side, other]))
        met.set(other, [...(met.get(other) ?? []), scoreOf(incident.event, incident.mode)])
  return [...met]
    .map(([other, scores]) => ({
      pair: [side, other] as const,
      incidents: scores.length,
      friendly: scores.filter(score => score > 0).length,
      hostile: scores.filter(score => score < 0).length,
      score: scores.reduce((sum, score) => sum + score, 0) / scores.length,
    }))
    .sort((a, b) => b.incidents - a.incidents || (a.pair.join() < b.pair.join() ? -1 : 1))
}

function shortLines(
  {parties}: NetworkAnswer,
  ties: readonly Tie[],
  others: readonly EntityId[],
  nameOf: (id: EntityId) => string,
  about: string,
) {
  if (others.length > 0)
    return others.map(side => {
      const partners = ties.filter(({pair}) => pair.includes(side))
      const named = (wanted: number) =>
        partners.filter(tie => leaningOf(tie) === wanted).map(({pair}) => nameOf(pair[0] === side ? pair[1] : pair[0]))
      const words = (names: readonly string[]) => (names.length === 0 ? 'nobody on record' : list(names.slice(0, most)))
      const both = named(0)
      return line(
        `${[nameOf(side), about].filter(Boolean).join(' ')}: with ${words(named(1))}; against ${words(named(-1))}${both.length === 0 ? '' : `; now with and now against ${words(both)}`}.`,
      )
    })
  const camp = (wanted: 0 | 1) => parties.filter(party => party.camp === wanted).map(({name}) => name)
  return [line(`The two camps that come nearest to all ties${about === '' ? '' : ` ${about}`}:`)].concat(
    ([0, 1] as const).filter(wanted => camp(wanted).length > 0).map(wanted => line(`${list(camp(wanted))}.`)),
  )
}

type Leaning = Pick<Tie, 'friendly' | 'hostile' | 'score'>

/** 1: with each other, −1: against, 0: now this and now that (a mean near nothing of acts of both kinds), `null`: neither. */
function leaningOf({friendly, hostile, score}: Leaning): number | null {
  if (Math.abs(score) < mixed && friendly > 0 && hostile > 0) return 0
  return score === 0 ? null : Math.sign(score)
}

function leaningWords(tie: Leaning): string {
  const way = leaningOf(tie)
  if (way === null) return 'neither with nor against each other'
  return way === 0 ? 'now with and now against each other' : `${way > 0 ? 'with' : 'against'} each other`
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
