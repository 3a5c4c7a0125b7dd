import type {Question, QuestionKind, QuestionView} from '../../../model/index.ts'
import {kindOfActWords, questionKinds} from '../../../model/index.ts'
import {dayWords, themeWords} from '../format.ts'
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
  readonly relation: QuestionView['relation']
  /** Whether a part was set by hand. */
  readonly edited: boolean
  /** The address: what was set by hand stands there before the answer to it has come. */
  readonly search: string
}

/** One part of the question, to be set right. */
function Part({name, label, value, options}: PartProps) {
  return (
    <li>
      <label>
        <span class="unseen">{label}</span>
        <select
          value={value}
          onChange={event => setSearch({[name]: event.currentTarget.value || null}, {replace: true})}
        >
          {options.map(([each, words]) => (
            <option key={each} value={each}>
              {words}
            </option>
          ))}
        </select>
      </label>
    </li>
  )
}

interface PartProps {
  /** As it stands in the address. */
  readonly name: string
  readonly label: string
  readonly value: string
  readonly options: readonly (readonly [value: string, words: string])[]
}

/** The question as it was understood; every part can be set right, and stands in the address then. */
export function Parse({question, relation, edited, search}: ParseProps) {
  const {kind, pair, direction, theme, again, acts, sector, since, until, horizon} = question
  const [a, b] = relation?.pair.map(({name}) => name) ?? pair ?? ['', '']
  const set = new URLSearchParams(search)
  const themes = [...new Set([...(theme ? [theme] : []), ...(relation?.themes ?? [])])].sort()
  return (
    <div class="parse">
      <p class="unseen" id="understood">
        Understood as
      </p>
      <ul class="chips" aria-labelledby="understood">
        <Part
          name="kind"
          label="Kind of question"
          value={set.get('kind') ?? kind ?? ''}
          options={[
            ...(kind === null ? [['', 'what is asked?'] as const] : []),
            ...questionKinds.map(each => [each, kindWords[each]] as const),
          ]}
        />
        {pair && (
          <>
            <Part
              name="direction"
              label="Direction"
              value={set.get('direction') ?? direction}
              options={directions.map(each => [each, `${a} ${arrows[each]} ${b}`])}
            />
            <Part
              name="theme"
              label="Theme"
              value={set.get('theme') ?? theme ?? 'none'}
              options={[['none', 'any theme'], ...themes.map(each => [each, themeWords(each)] as const)]}
            />
            <Part
              name="horizon"
              label="Months ahead"
              value={set.get('horizon') ?? String(horizon ?? '')}
              options={[
                ['', 'any time ahead'],
                ...horizons.map(each => [String(each), `${each === 1 ? 'a month' : `${each} months`} ahead`] as const),
              ]}
            />
          </>
        )}
        {acts.length > 0 && <li class="chip">only: {[...new Set(acts.map(kindOfActWords))].join(', ')}</li>}
        {sector && <li class="chip">speakers: {sector}</li>}
        {again && <li class="chip">again: compared with past eras</li>}
        {since && <li class="chip">since {dayWords(since)}</li>}
        {until && <li class="chip">until {dayWords(until)}</li>}
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
