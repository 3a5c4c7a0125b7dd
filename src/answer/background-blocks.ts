import type {
  Analogue,
  AnswerLine,
  BackgroundAnswer,
  Episode,
  Incident,
  Mix,
  NamedEra,
  RelationAnswer,
} from '../model/index.ts'
import {monthNumber, scoreOf, weightOf} from '../relation/index.ts'
import {fresh, incidentLine, line, most, mostToldFirst, newestOf} from './lines-of.ts'
import {count, incidentWords, list, plannedWords, signed, stretchWords, themeWords} from './words.ts'

/** The eras of a relation, oldest first, and how the last one compares with those before. */
export function eraLines(
  {eras, reigns, names}: BackgroundAnswer,
  answer: RelationAnswer,
  again: boolean,
): AnswerLine[] {
  const byId = new Map(answer.incidents.map(incident => [incident.id, incident]))
  const lines = eras.map(era => {
    const trigger = era.trigger === null ? undefined : byId.get(era.trigger)
    const text = `${eraWords(era)}${trigger ? ` It parted from the era before most by ${incidentWords(trigger)}:` : ''}`
    return trigger ? incidentLine(text, trigger) : line(text)
  })
  const told = [...reigns]
    .sort((a, b) => b.incidents.length - a.incidents.length || (a.first < b.first ? -1 : 1))
    .slice(0, most)
  // Two who ruled at once share incidents: what was told of one is not told again of the other.
  const shown = new Set(eras.map(({trigger}) => trigger))
  for (const {ruler, first, last, level, incidents} of reigns.filter(reign => told.includes(reign))) {
    const id = incidents.find(each => !shown.has(each))
    const leading = id === undefined ? undefined : byId.get(id)
    if (id !== undefined) shown.add(id)
    const text = `Under ${names[ruler] ?? ruler} (${stretchWords({first, last})}): mean level ${signed(level)}, ${count(incidents.length, 'incident')}.`
    lines.push(
      leading
        ? incidentLine(`${text} ${id === incidents[0] ? 'Most told' : 'Told too'}: ${incidentWords(leading)}:`, leading)
        : line(text),
    )
  }
  const last = eras.at(-1)
  const best = [...eras.slice(0, -1)].sort((a, b) => b.level - a.level || (a.first < b.first ? -1 : 1))[0]
  if (last && best && again)
    lines.push(
      line(
        `Again is measured against the warmest era before, ${best.name} (${stretchWords(best)}, mean level ${signed(best.level)}): the present one, with ${signed(last.level)}, is ${last.level >= best.level ? 'at least as warm' : `${(best.level - last.level).toFixed(1)} cooler`}.`,
      ),
    )
  return lines
}

function eraWords(era: NamedEra): string {
  const rise =
    Math.abs(era.change) < 0.05
      ? 'steady'
      : era.change > 0
        ? `rising by ${era.change.toFixed(1)}`
        : `falling by ${Math.abs(era.change).toFixed(1)}`
  return `${era.name} (${stretchWords(era)}): mean level ${signed(era.level)}, ${rise}; ${count(era.incidents, 'incident')}${mixWords(era.mix)}.`
}

function mixWords(mix: Mix): string {
  const [[top, share]] = Object.entries(mix).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  return share === 0
    ? ''
    : `, ${share > 0.5 ? 'most of them' : 'most often'} ${top.replace('-', ' ')} (${Math.round(share * 100)} %)`
}

/** Past episodes that are most like the last months, what is shared and what differs, what followed, and the base rate. */
export function analogueLines({analogues, names}: BackgroundAnswer, answer: RelationAnswer): AnswerLine[] {
  if (analogues === null || analogues.found.length === 0) return []
  const {now, found, looked, settled, rose, rank} = analogues
  const nameOf = (id: string) => names[id] ?? id
  const lines = found.map(({episode, likeness}) => {
    const pair =
      episode.pair.join() === answer.pair.map(({id}) => id).join() ? '' : `${episode.pair.map(nameOf).join(' – ')}, `
    const followed =
      episode.followed === null
        ? 'The record ends before a year had passed.'
        : episode.followed.incidents === 0
          ? ''
          : `In the year after, the level went ${signed(episode.followed.change)}, with ${count(episode.followed.incidents, 'incident')}.`
    return line(
      `${pair}${stretchWords(episode)}, likeness ${likeness.toFixed(2)}: level ${signed(episode.level)} against ${signed(now.level)} now.${sharedWords(now, episode, nameOf)}${followed && ` ${followed}`}`,
    )
  })
  const after = found.filter(happenedAfter)
  const silent = found.filter(({episode}) => episode.followed?.incidents === 0).length
  if (silent > 0)
    lines.push(
      line(`After ${silent} of these ${found.length} nothing is on record for a year: what followed is not known.`),
    )
  const risen = after.filter(({episode}) => episode.followed!.change > 0).length
  if (after.length > 0 && rose !== null)
    lines.push(
      line(
        `After ${risen} of these ${after.length} the level rose within a year; base rate over the ${count(settled, 'episode')} with news in the year after, of ${looked} looked at: ${Math.round(rose * 100)} %.`,
      ),
    )
  if (rank !== null)
    lines.push(
      line(
        `History repeating itself, as a number: the best likeness is ${found[0].likeness.toFixed(2)} of 1; ${Math.round(rank * 100)} % of the episodes are less alike.`,
      ),
    )
  return lines
}

function sharedWords(now: Episode, then: Episode, nameOf: (id: string) => string): string {
  const rule = (of: Episode, other: Episode) => of.rule.filter(words => !other.rule.includes(words))
  const shared = [
    ...now.rule.filter(words => then.rule.includes(words)),
    ...now.themes
      .filter(theme => then.themes.includes(theme))
      .slice(0, 3)
      .map(themeWords),
    ...now.others
      .filter(id => then.others.includes(id))
      .slice(0, 3)
      .map(nameOf),
  ]
  const differs = [
    ...now.themes
      .filter(theme => !then.themes.includes(theme))
      .slice(0, 2)
      .map(theme => `${themeWords(theme)} now`),
    ...then.themes
      .filter(theme => !now.themes.includes(theme))
      .slice(0, 2)
      .map(theme => `${themeWords(theme)} then`),
    ...then.others
      .filter(id => !now.others.includes(id))
      .slice(0, 2)
      .map(id => `${nameOf(id)} then`),
    ...(then.pair.join() === now.pair.join()
      ? [...rule(now, then).map(words => `${words} now`), ...rule(then, now).map(words => `${words} then`)]
      : []),
  ]
  return `${shared.length > 0 ? ` Shared: ${list(shared)}.` : ''}${differs.length > 0 ? ` Different: ${list(differs)}.` : ''}`
}

/** What moves with the relation beyond chance, as association. */
export function driverLines({drivers, tried, names}: BackgroundAnswer): AnswerLine[] {
  if (tried === 0) return []
  if (drivers.length === 0)
    return [
      line(
        `None of the ${count(tried, 'theme or third party', 'themes and third parties')} looked at moves with the relation beyond chance.`,
      ),
    ]
  return drivers
    .slice(0, most)
    .map(({kind, id, lag, correlation, low, high, corrected, quarters}) =>
      line(
        `${kind === 'theme' ? `Acts on ${themeWords(id)}` : `What ${names[id] ?? id} does with either side`}${lag === 0 ? '' : `, ${count(lag, 'quarter')} before`}: correlation ${signed2(correlation)} (80 % interval ${signed2(low)} to ${signed2(high)}) over ${count(quarters, 'quarter')}; false-discovery rate ${corrected.toFixed(2)} among ${tried} tried. An association, not a cause.`,
      ),
    )
}

const signed2 = (value: number) => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`

/** What would move the index: by how much each planned or feared act would, were it to happen, told by one origin in the last month. */
export function wouldChangeLines(answer: RelationAnswer, planned: readonly Incident[]): AnswerLine[] {
  const {index} = answer
  const last = index.points.at(-1)
  if (!last) return []
  // One more observation of weight 1 moves a level of this variance by the Kalman gain times what it differs.
  const spread = (last.asOfHigh - last.asOfLow) / (2 * 1.2815515655446004)
  const gain = (spread * spread) / (spread * spread + index.variances.observation)
  const effect = (score: number) => gain * (score - last.asOf)
  const open = planned
    .filter(({reality}) => reality === 'future' || reality === 'hypothetical')
    .filter(({docs}) => newestOf(docs) === '' || monthNumber(newestOf(docs)) > monthNumber(`${last.month}-01`) - fresh)
    .map(incident => ({incident, by: effect(scoreOf(incident.event, incident.mode)) * Math.min(1, weightOf(incident))}))
    .sort(
      (a, b) =>
        (newestOf(a.incident.docs) < newestOf(b.incident.docs)
          ? 1
          : newestOf(a.incident.docs) > newestOf(b.incident.docs)
            ? -1
            : 0) ||
        Math.abs(b.by) - Math.abs(a.by) ||
        (a.incident.id < b.incident.id ? -1 : 1),
    )
    .slice(0, most)
    .sort((a, b) => Math.abs(b.by) - Math.abs(a.by) || (a.incident.id < b.incident.id ? -1 : 1))
  const lines = open.map(({incident, by}) =>
    incidentLine(`${signed2(by)} if it happened: ${plannedWords(incident)} (${incident.aspect}):`, incident),
  )
  return [
    ...lines,
    line(
      `For scale, as an act draws the level towards its own score: one agreement told by one origin would move the level by ${signed2(effect(scoreOf('AGREE', null)))}, one act of aid by ${signed2(effect(scoreOf('AID', null)))}, one sanction by ${signed2(effect(scoreOf('SANCTION', null)))}, one assault by ${signed2(effect(scoreOf('ASSAULT', null)))}.`,
    ),
  ]
}

/** What happened, newest last, as many as a block holds. */
export function happenedLines(happened: readonly Incident[], atMost: number = most): AnswerLine[] {
  const shown = [...happened]
    .sort(mostToldFirst)
    .slice(0, atMost)
    .sort((a, b) =>
      (a.days.first ?? '') < (b.days.first ?? '')
        ? -1
        : (a.days.first ?? '') > (b.days.first ?? '')
          ? 1
          : a.id < b.id
            ? -1
            : 1,
    )
    .map(incident => incidentLine(`${incidentWords(incident)}, ${count(incident.origins, 'origin')}:`, incident))
  return happened.length > atMost ? [...shown, line(`The ${atMost} most told of ${happened.length}.`)] : shown
}

const happenedAfter = ({episode}: Analogue) => episode.followed !== null && episode.followed.incidents > 0

/** How many likened episodes the base rate is worth. */
const pseudo = 4
/** Fewest likened episodes, and fewest of all, that a chance is read off. */
const fewest = {likened: 3, all: 10} as const

/** The chance that the level is higher, or lower, in a year: what followed the likest episodes, drawn to the base rate of all. */
export function likenedLine(lower: boolean, {analogues}: BackgroundAnswer): AnswerLine {
  const followed = analogues?.found.filter(happenedAfter) ?? []
  if (!analogues || analogues.rose === null || followed.length < fewest.likened || analogues.settled < fewest.all)
    return line(
      `No probability is given: of the episodes with news in the year after, at least ${fewest.all}, and ${fewest.likened} of them among the likest, are needed; the record has ${analogues?.settled ?? 0} and ${followed.length}.`,
    )
  const rose = followed.filter(({episode}) => episode.followed!.change > 0).length
  const chance = (rose + pseudo * analogues.rose) / (followed.length + pseudo)
  const percent = (value: number) => `${Math.round((lower ? 1 - value : value) * 100)} %`
  return line(
    `Chance that the level is ${lower ? 'lower' : 'higher'} in twelve months than now: ${percent(chance)}, from what followed the ${followed.length} likest episodes, drawn to the base rate of ${percent(analogues.rose)} over ${count(analogues.settled, 'episode')}. The record itself settles it when a year has passed.`,
  )
}
