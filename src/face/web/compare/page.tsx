import type {ComponentChildren} from 'preact'
import type {BackgroundAnswer, IndexSeries, QuadClass} from '../../../model/index.ts'
import {count, eraSpan, monthWords, signed, themeWords} from '../format.ts'
import {Exports} from '../frame/exports.tsx'
import {Failed} from '../frame/failed.tsx'
import {Loading} from '../frame/loading.tsx'
import {WideTable} from '../frame/wide-table.tsx'
import {useLoaded} from '../load.ts'
import {setSearch, withSearch} from '../router.ts'
import {useTitle} from '../title.ts'
import {type Column, columnsOf} from './columns.ts'
import {Spark} from './spark.tsx'

/** Fewest incidents of an era whose slope may be compared. */
const enough = 5
const usual = 4

const classWords: {readonly [name in QuadClass]: string} = {
  'verbal-cooperation': 'talks and agreements',
  'material-cooperation': 'help and joint work',
  'verbal-conflict': 'accusations and threats',
  'material-conflict': 'force and sanctions',
}

/** Eras of a relation, computed and an analyst's own, side by side: who led, how they stood, what it was about; what all share is marked. */
export function ComparePage({pair, search}: {pair: string; search: URLSearchParams}) {
  const asked = withSearch('', {asof: search.get('asof')})
  const path = `/r/${encodeURIComponent(pair)}`
  const background = useLoaded<BackgroundAnswer>(`${path}/background.json${asked}`)
  const relation = useLoaded<{names: readonly [string, string]; index: IndexSeries}>(`${path}/months.json${asked}`)
  useTitle(`Eras of ${pair}`)
  if (background.state === 'failed') return <Failed failure={background.failure} />
  if (relation.state === 'failed') return <Failed failure={relation.failure} />
  if (background.state === 'loading' || relation.state === 'loading') return <Loading what="the eras" />
  const {names} = background.value
  const eras = columnsOf(background.value)
  const [a, b] = relation.value.names
  const computed = eras.filter(({own}) => !own)
  const wanted = search.get('e')?.split(',') ?? computed.slice(-usual).map(({key}) => key)
  const chosen = eras.filter(({key}) => wanted.includes(key))
  const toggle = (era: Column) => {
    const next = eras.filter(({key}) => (key === era.key) !== wanted.includes(key)).map(({key}) => key)
    setSearch({e: next.join(',')}, {replace: true})
  }
  return (
    <section class="page compare">
      <h1>
        Eras of{' '}
        <a href={path}>
          {a} ↔ {b}
        </a>
      </h1>
      {eras.length === 0 ? (
        <p class="empty" role="status">
          Too little is on record to part it into eras. <a href="/add">Add articles</a> that mention both.
        </p>
      ) : (
        <>
          <fieldset class="era-choice">
            <legend>Eras shown</legend>
            {eras.map(era => (
              <label key={era.key}>
                <input type="checkbox" checked={wanted.includes(era.key)} onChange={() => toggle(era)} /> {era.name}{' '}
                <small>
                  {eraSpan(era)}
                  {era.own && ', your own'}
                </small>
              </label>
            ))}
          </fieldset>
          {chosen.length === 0 ? (
            <p class="empty">Choose an era.</p>
          ) : (
            <>
              <Columns eras={chosen} index={relation.value.index} names={names} />
              <Exports
                path={`${path}/eras`}
                search={withSearch(asked, {e: chosen.map(({key}) => key).join(',')})}
                rows={chosen.length}
                note="one an era"
              />
            </>
          )}
        </>
      )}
    </section>
  )
}

const untold = <span class="faint">not told of own eras</span>

interface ColumnsProps {
  readonly eras: readonly Column[]
  readonly index: IndexSeries
  readonly names: BackgroundAnswer['names']
}

function Columns({eras, index, names}: ColumnsProps) {
  const lines = eras.map(era => index.points.filter(p => p.month >= era.first && p.month <= era.last))
  const levels = lines.flat().map(p => p.level)
  const scale = {
    months: Math.max(...lines.map(points => points.length)),
    low: Math.min(0, ...levels),
    high: Math.max(0, ...levels),
  }
  const shared = (list: (era: Column) => readonly string[] | null) => {
    const lists = eras.flatMap(era => [list(era) ?? []].filter(() => list(era) !== null))
    return new Set(lists.length < 2 ? [] : lists[0].filter(each => lists.every(other => other.includes(each))))
  }
  const sharedThemes = shared(era => era.themes)
  const sharedOthers = shared(era => era.others)
  const marked = (list: readonly string[] | null, common: ReadonlySet<string>, words: (id: string) => string) =>
    list === null ? (
      untold
    ) : list.length === 0 ? (
      <span class="faint">none</span>
    ) : (
      <ul class="plain-list">
        {[...list.filter(id => common.has(id)), ...list.filter(id => !common.has(id))].slice(0, 6).map(id => (
          <li key={id}>
            {common.has(id) ? (
              <mark class="shared">
                {words(id)} <small>in all</small>
              </mark>
            ) : (
              words(id)
            )}
          </li>
        ))}
      </ul>
    )
  const rows: readonly (readonly [string, (era: Column, n: number) => ComponentChildren])[] = [
    ['When', era => eraSpan(era)],
    [
      'Who led',
      era =>
        era.leaders === null ? (
          untold
        ) : (
          <ul class="plain-list">
            {era.leaders.slice(0, 4).map(({entity, name, of}) => (
              <li key={entity}>
                <a href={`/x/${encodeURIComponent(entity)}`}>{name}</a> <small>{of}</small>
              </li>
            ))}
          </ul>
        ),
    ],
    [
      'Level by months since its start',
      (era, n) => (
        <>
          <Spark points={lines[n]} {...scale} />
          {era.incidents < enough && (
            <small class="thin">{count(era.incidents, 'incident')}: do not compare slopes</small>
          )}
        </>
      ),
    ],
    ['Mean level, −10 … +10', era => (era.level === null ? untold : signed(era.level))],
    ['Change of level, start to end', era => (era.change === null ? untold : signed(era.change))],
    ['Incidents', era => era.incidents],
    [
      'Kinds of acts',
      era => (
        <ul class="plain-list">
          {(Object.keys(classWords) as QuadClass[]).map(name => (
            <li key={name}>
              {Math.round(era.mix[name] * 100)} % {classWords[name]}
            </li>
          ))}
        </ul>
      ),
    ],
    ['Themes', era => marked(era.themes, sharedThemes, themeWords)],
    ['Third parties', era => marked(era.others, sharedOthers, id => names[id] ?? id)],
    [
      'What parted it from the one before',
      era =>
        era.own ? (
          <>
            You did.{' '}
            {era.nearest && (
              <small>
                The nearest computed break is {monthWords(era.nearest.month)}
                {era.nearest.months !== 0 &&
                  `, ${count(Math.abs(era.nearest.months), 'month')} ${era.nearest.months > 0 ? 'later' : 'earlier'}`}
                .
              </small>
            )}
          </>
        ) : era.trigger === null ? (
          <span class="faint">{era.strength === null ? 'begins the record' : 'no single incident'}</span>
        ) : (
          <button type="button" class="link" onClick={() => setSearch({sel: era.trigger})}>
            the incident that did
          </button>
        ),
    ],
  ]
  return (
    <WideTable label="Eras side by side">
      <table class="rows compare-table">
        <thead>
          <tr>
            <td />
            {eras.map(era => (
              <th key={era.key} scope="col" class={era.own ? 'own' : ''}>
                {era.name}
                {era.own && <small>your own</small>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([title, cell]) => (
            <tr key={title}>
              <th scope="row">{title}</th>
              {eras.map((era, n) => (
                <td key={era.key}>{cell(era, n)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  )
}
