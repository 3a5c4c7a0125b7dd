import type {ComponentChildren} from 'preact'
import type {BackgroundAnswer, NamedEra, QuadClass, RelationAnswer} from '../../../model/index.ts'
import {count, eraSpan, signed} from '../format.ts'
import {Exports} from '../frame/exports.tsx'
import {Failed} from '../frame/failed.tsx'
import {Loading} from '../frame/loading.tsx'
import {useLoaded} from '../load.ts'
import {setSearch, withSearch} from '../router.ts'
import {useTitle} from '../title.ts'
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

/** Eras of a relation side by side: who led, how they stood, what it was about; what all share is marked. */
export function ComparePage({pair, search}: {pair: string; search: URLSearchParams}) {
  const asked = withSearch('', {asof: search.get('asof')})
  const path = `/r/${encodeURIComponent(pair)}`
  const background = useLoaded<BackgroundAnswer>(`${path}/background.json${asked}`)
  const relation = useLoaded<RelationAnswer>(`${path}.json${asked}`)
  useTitle(`Eras of ${pair}`)
  if (background.state === 'failed') return <Failed failure={background.failure} />
  if (relation.state === 'failed') return <Failed failure={relation.failure} />
  if (background.state === 'loading' || relation.state === 'loading') return <Loading what="the eras" />
  const {eras, names} = background.value
  const [a, b] = relation.value.pair
  const wanted = search.get('e')?.split(',') ?? eras.slice(-usual).map(({first}) => first)
  const chosen = eras.filter(({first}) => wanted.includes(first))
  const toggle = (era: NamedEra) => {
    const next = eras.filter(({first}) => (first === era.first) !== wanted.includes(first)).map(({first}) => first)
    setSearch({e: next.join(',')}, {replace: true})
  }
  return (
    <section class="page compare">
      <h1>
        Eras of{' '}
        <a href={path}>
          {a.name} ↔ {b.name}
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
              <label key={era.first}>
                <input type="checkbox" checked={wanted.includes(era.first)} onChange={() => toggle(era)} /> {era.name}{' '}
                <small>{eraSpan(era)}</small>
              </label>
            ))}
          </fieldset>
          {chosen.length === 0 ? (
            <p class="empty">Choose an era.</p>
          ) : (
            <>
              <Columns eras={chosen} relation={relation.value} names={names} />
              <Exports
                path={`${path}/eras`}
                search={withSearch(asked, {e: chosen.map(({first}) => first).join(',')})}
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

interface ColumnsProps {
  readonly eras: readonly NamedEra[]
  readonly relation: RelationAnswer
  readonly names: BackgroundAnswer['names']
}

function Columns({eras, relation, names}: ColumnsProps) {
  const lines = eras.map(era => relation.index.points.filter(p => p.month >= era.first && p.month <= era.last))
  const levels = lines.flat().map(p => p.level)
  const scale = {
    months: Math.max(...lines.map(points => points.length)),
    low: Math.min(0, ...levels),
    high: Math.max(0, ...levels),
  }
  const shared = (list: (era: NamedEra) => readonly string[]) =>
    new Set(eras.length < 2 ? [] : list(eras[0]).filter(each => eras.every(era => list(era).includes(each))))
  const sharedThemes = shared(era => era.themes)
  const sharedOthers = shared(era => era.others)
  const marked = (list: readonly string[], common: ReadonlySet<string>, words: (id: string) => string) =>
    list.length === 0 ? (
      <span class="faint">none</span>
    ) : (
      <ul class="plain-list">
        {list.slice(0, 6).map(id => (
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
  const rows: readonly (readonly [string, (era: NamedEra, n: number) => ComponentChildren])[] = [
    ['When', era => eraSpan(era)],
    [
      'Who led',
      era => (
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
      'Months since its start',
      (era, n) => (
        <>
          <Spark points={lines[n]} {...scale} />
          {era.incidents < enough && (
            <small class="thin">{count(era.incidents, 'incident')}: do not compare slopes</small>
          )}
        </>
      ),
    ],
    ['Level', era => signed(era.level)],
    ['Change', era => signed(era.change)],
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
    ['Themes', era => marked(era.themes, sharedThemes, theme => theme.replace(/_/g, ' '))],
    ['Third parties', era => marked(era.others, sharedOthers, id => names[id] ?? id)],
    [
      'What parted it from the one before',
      era =>
        era.trigger === null ? (
          <span class="faint">{era.strength === null ? 'begins the record' : 'no single incident'}</span>
        ) : (
          <button type="button" class="link" onClick={() => setSearch({sel: era.trigger})}>
            open the incident
          </button>
        ),
    ],
  ]
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section class="wide-table" tabIndex={0} aria-label="Eras side by side">
      <table class="rows compare-table">
        <thead>
          <tr>
            <td />
            {eras.map(era => (
              <th key={era.first} scope="col">
                {era.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([title, cell]) => (
            <tr key={title}>
              <th scope="row">{title}</th>
              {eras.map((era, n) => (
                <td key={era.first}>{cell(era, n)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
