import {useState} from 'preact/hooks'
import type {NetworkAnswer} from '../../../model/index.ts'
import {grouped, signed} from '../format.ts'
import {Exports} from '../frame/exports.tsx'
import {Heads} from '../frame/heads.tsx'
import {LevelBar} from '../home/level-bar.tsx'
import {pairPath, withSearch} from '../router.ts'

const firstShown = 40

/** The drawing as a table: the same ties, most incidents first. */
export function Ties({answer, who, search}: {answer: NetworkAnswer; who: string | null; search: string}) {
  const [all, setAll] = useState(false)
  const names = new Map(answer.parties.map(({id, name}) => [id, name]))
  const wanted = answer.ties.filter(({pair}) => who === null || pair.includes(who))
  const rows = all ? wanted : wanted.slice(0, firstShown)
  return (
    <section>
      <h2>{who === null ? 'Ties' : `Ties of ${names.get(who) ?? who}`}</h2>
      <p class="note">
        Incidents: all, and those for and against. Mean of their scores, −10 conflict … +10 cooperation.
      </p>
      <table class="rows ties">
        <Heads
          columns={[
            'Pair',
            ['Mean, drawn', 'drawn'],
            ['Mean', 'number'],
            ['All', 'number'],
            ['With', 'number'],
            ['Against', 'number'],
          ]}
        />
        <tbody>
          {rows.map(({pair, score, incidents, friendly, hostile}) => (
            <tr key={pair.join()}>
              <th scope="row">
                <a href={pairPath(...pair)}>
                  {names.get(pair[0])} ↔ {names.get(pair[1])}
                </a>
              </th>
              <td class="bar-cell">
                <LevelBar level={score} />
              </td>
              <td class="number">{signed(score)}</td>
              <td class="number">{grouped(incidents)}</td>
              <td class="number">{friendly}</td>
              <td class="number">{hostile}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length < wanted.length && (
        <button type="button" onClick={() => setAll(true)}>
          Show all {wanted.length}
        </button>
      )}
      <Exports path="/network/ties" search={withSearch(search, {who})} rows={wanted.length} />
    </section>
  )
}
