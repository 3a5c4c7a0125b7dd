import type {Question, QuestionKind, RelationAnswer} from '../../../model/index.ts'
import {questionKinds} from '../../../model/index.ts'
import {dayWords} from '../format.ts'
import {setSearch} from '../router.ts'

const kindWords: {readonly [kind in QuestionKind]: string} = {
  rapprochement: 'will they come closer?',
  rupture: 'will they fall out?',
  change: 'what changed?',
  happened: 'what happened?',
  said: 'who said what?',
  compare: 'how does now compare?',
  sides: 'who sides with whom?',
  'would-change': 'what would change it?',
}
const directions: readonly Question['direction'][] = ['both', 'a-to-b', 'b-to-a']
const arrows: {readonly [direction in Question['direction']]: string} = {both: '↔', 'a-to-b': '→', 'b-to-a': '←'}
const horizons = [1, 3, 6, 12]

interface ParseProps {
  readonly question: Question
  readonly relation: RelationAnswer | null
  /** Whether a part was set by hand. */
  readonly edited: boolean
}

/** The question as it was understood; every part can be set right, and stands in the address then. */
export function Parse({question, relation, edited}: ParseProps) {
  const {kind, pair, direction, theme, again, since, until, horizon, unknown} = question
  const [a, b] = relation?.pair.map(({name}) => name) ?? pair ?? ['', '']
  const set = (name: string) => (event: Event) =>
    setSearch({[name]: (event.currentTarget as HTMLSelectElement).value || null}, {replace: true})
  const themes = [
    ...new Set([...(theme ? [theme] : []), ...(relation?.incidents.flatMap(x => x.contexts) ?? [])]),
  ].sort()
  return (
    <div class="parse">
      <p class="unseen" id="understood">
        Understood as
      </p>
      <ul class="chips" aria-labelledby="understood">
        <li>
          <label>
            <span class="unseen">Kind of question</span>
            <select value={kind ?? ''} onChange={set('kind')}>
              {kind === null && <option value="">what is asked?</option>}
              {questionKinds.map(each => (
                <option key={each} value={each}>
                  {kindWords[each]}
                </option>
              ))}
            </select>
          </label>
        </li>
        {pair && (
          <li>
            <label>
              <span class="unseen">Direction</span>
              <select value={direction} onChange={set('direction')}>
                {directions.map(each => (
                  <option key={each} value={each}>
                    {a} {arrows[each]} {b}
                  </option>
                ))}
              </select>
            </label>
          </li>
        )}
        {pair && (
          <li>
            <label>
              <span class="unseen">Theme</span>
              <select value={theme ?? 'none'} onChange={set('theme')}>
                <option value="none">any theme</option>
                {themes.map(each => (
                  <option key={each} value={each}>
                    {each.replace(/_/g, ' ')}
                  </option>
                ))}
              </select>
            </label>
          </li>
        )}
        {pair && (
          <li>
            <label>
              <span class="unseen">Months ahead</span>
              <select value={horizon ?? ''} onChange={set('horizon')}>
                <option value="">no time ahead</option>
                {horizons.map(each => (
                  <option key={each} value={each}>
                    {each === 1 ? 'a month' : `${each} months`} ahead
                  </option>
                ))}
              </select>
            </label>
          </li>
        )}
        {again && <li class="chip">again: compared with past eras</li>}
        {since && <li class="chip">since {dayWords(since)}</li>}
        {until && <li class="chip">until {dayWords(until)}</li>}
        {unknown.map(words => (
          <li key={words} class="chip doubtful">
            {words}
          </li>
        ))}
        {edited && (
          <li>
            <button
              type="button"
              class="link"
              onClick={() =>
                setSearch(
                  {pair: null, kind: null, direction: null, theme: null, horizon: null, since: null, until: null},
                  {replace: true},
                )
              }
            >
              as it was read
            </button>
          </li>
        )}
      </ul>
    </div>
  )
}
