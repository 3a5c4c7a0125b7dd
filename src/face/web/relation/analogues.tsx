import type {BackgroundAnswer} from '../../../model/index.ts'
import {count, eraSpan, signed} from '../format.ts'
import {Heads} from '../frame/heads.tsx'
import {WideTable} from '../frame/wide-table.tsx'
import {pairPath} from '../router.ts'

const featureWords = {
  level: 'level',
  change: 'slope',
  mix: 'kinds of acts',
  themes: 'themes',
  others: 'third parties',
  rule: 'who rules',
}

/** Past stretches of this relation and others that are most like its last months, and what followed them. */
export function AnaloguesTab({background: {analogues, names}}: {background: BackgroundAnswer}) {
  if (analogues === null || analogues.found.length === 0)
    return <p class="faint">Too little is on record to liken its last months to anything.</p>
  const {now, found, looked, settled, rose} = analogues
  return (
    <>
      <p class="note">
        Likened to {eraSpan(now)}: level {signed(now.level)}, {count(now.incidents, 'incident')}. Of{' '}
        {count(looked, 'past stretch', 'past stretches')} looked at,{' '}
        {rose === null
          ? 'none was followed by news within a year.'
          : `${settled} ${settled === 1 ? 'was' : 'were'} followed by news within a year; after ${Math.round(rose * settled)} of ${settled === 1 ? 'it' : 'these'} the level rose.`}
      </p>
      <WideTable label="Stretches like the present">
        <table class="rows analogues stacks">
          <Heads
            columns={['Like', 'When', ['Likeness', 'number'], 'Most and least alike in', ['The year after', 'number']]}
          />
          <tbody>
            {found.map(({episode, likeness, features}) => {
              const sorted = (Object.keys(featureWords) as (keyof typeof featureWords)[]).sort(
                (a, b) => features[b] - features[a] || (a < b ? -1 : 1),
              )
              const [a, b] = episode.pair
              return (
                <tr key={`${a} ${b} ${episode.first}`}>
                  <th scope="row">
                    <a href={`${pairPath(a, b)}?t=${episode.first}-01..${episode.last}-28`}>
                      {names[a] ?? a} ↔ {names[b] ?? b}
                    </a>
                  </th>
                  <td>{eraSpan(episode)}</td>
                  <td class="number">{likeness.toFixed(2)}</td>
                  <td>
                    {featureWords[sorted[0]]}; <span class="faint">{featureWords[sorted[sorted.length - 1]]}</span>
                  </td>
                  <td class="number">
                    {episode.followed === null ? 'not on record' : signed(episode.followed.change)}
                    {episode.followed && <small> {count(episode.followed.incidents, 'incident')}</small>}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </WideTable>
    </>
  )
}
