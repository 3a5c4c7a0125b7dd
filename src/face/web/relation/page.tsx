import {useEffect, useRef} from 'preact/hooks'
import type {BackgroundAnswer, Direction, IncidentPage, NamedEra, RelationView} from '../../../model/index.ts'
import {Exports} from '../frame/exports.tsx'
import {Failed} from '../frame/failed.tsx'
import {Loading} from '../frame/loading.tsx'
import {SavePicture} from '../frame/save-picture.tsx'
import {counts, shiftMonth} from '../format.ts'
import {useKeys} from '../keys.ts'
import {useLoaded} from '../load.ts'
import {setSearch, withSearch} from '../router.ts'
import {useTitle} from '../title.ts'
import {AnaloguesTab} from './analogues.tsx'
import {IndexChart} from './chart.tsx'
import {Drivers} from './drivers.tsx'
import {Eras} from './eras.tsx'
import {Figures} from './figures.tsx'
import {Forecasts} from './forecasts.tsx'
import {Head} from './head.tsx'
import {Incidents} from './incidents.tsx'
import {Outside} from './outside.tsx'
import {indexPicture} from './index-picture.ts'
import {MonthTable} from './month-table.tsx'
import {Others} from './others.tsx'
import {OwnEraForm} from './own-era-form.tsx'
import {useListed} from './listed.ts'
import {Statements} from './statements.tsx'
import {Tabs} from './tabs.tsx'
import {Why} from './why.tsx'
import {lastDay, readWindow, type Window, windowText} from './window.ts'

interface RelationPageProps {
  readonly pair: string
  readonly search: URLSearchParams
}

/** How two stand with each other over time, and every incident behind it. */
export function RelationPage({pair, search}: RelationPageProps) {
  const asOf = search.get('asof')
  const shown = withSearch('', {direction: search.get('direction'), theme: search.get('theme'), asof: asOf})
  const asked = withSearch(shown, {from: search.get('from'), to: search.get('to')})
  const path = `/r/${encodeURIComponent(pair)}`
  const loaded = useLoaded<RelationView>(`${path}/view.json${asked}`)
  const ofDay = withSearch('', {asof: asOf})
  const answer = loaded.state === 'there' ? loaded.value : loaded.state === 'loading' ? loaded.last : null
  // What takes the server long waits until what is seen first is there.
  const behind = useLoaded<BackgroundAnswer>(answer === null ? null : `${path}/background.json${ofDay}`)
  const background = behind.state === 'there' ? behind.value : null
  const onlyMoving = search.get('only') === 'moving'
  const list = useListed(
    path,
    shown,
    onlyMoving ? 'moving' : null,
    answer && {
      rows: onlyMoving ? answer.incidents.filter(counts) : answer.incidents,
      total: onlyMoving ? answer.counts.moving : answer.counts.incidents,
    },
  )
  const window = readWindow(search.get('t'))
  const ticks = useTicks(answer, path, shown, window)
  useTitle(answer ? answer.pair.map(side => side.name).join(' and ') : pair)
  const selected = search.get('sel')
  const goTo = (id: string) => {
    setSearch({sel: id}, {replace: true})
    document.querySelector(`tr[data-incident="${CSS.escape(id)}"]`)?.scrollIntoView({block: 'nearest'})
  }
  /** Rows that were there when the step beyond the last of them was asked for. */
  const beyond = useRef<number | null>(null)
  const step = (by: number) => {
    if (list.rows.length === 0) return
    const at = list.rows.findIndex(x => x.id === selected)
    if (at >= 0 && at + by >= list.rows.length && list.rows.length < (list.total ?? 0)) {
      beyond.current = list.rows.length
      list.more()
      return
    }
    goTo(list.rows[at < 0 ? 0 : Math.min(list.rows.length - 1, Math.max(0, at + by))].id)
  }
  useEffect(() => {
    if (beyond.current === null || list.rows.length <= beyond.current) return
    goTo(list.rows[beyond.current].id)
    beyond.current = null
  }, [list.rows.length])
  const toEra = (era: Pick<NamedEra, 'first' | 'last'>) =>
    setSearch({t: windowText({first: `${era.first}-01`, last: lastDay(era.last)})}, {replace: true})
  const stepEra = (by: number) => {
    const eras = background?.eras ?? []
    if (eras.length === 0) return
    const at = eras.findIndex(({first}) => `${first}-01` === window?.first)
    toEra(eras[at < 0 ? (by > 0 ? 0 : eras.length - 1) : Math.min(eras.length - 1, Math.max(0, at + by))])
  }
  useKeys({',': () => step(1), '.': () => step(-1), '[': () => stepEra(-1), ']': () => stepEra(1)})

  if (loaded.state === 'failed') return <Failed failure={loaded.failure} />
  if (!answer) return <Loading what="the relation" />

  const {points} = answer.index
  const select = (id: string) => setSearch({sel: id}, {replace: selected !== null})
  const explainMonth = (month: string) => {
    const at = points.findIndex(p => p.month === month)
    if (at > 0) setSearch({from: points[at - 1].month, to: month})
  }
  const explainYear = () => {
    const last = points.at(-1)!.month
    const yearBefore = shiftMonth(last, -12)
    setSearch({from: points[0].month > yearBefore ? points[0].month : yearBefore, to: last})
  }
  const {incidents, moving, undated, figures, statements} = answer.counts
  return (
    <section class="page relation" aria-busy={loaded.state === 'loading'}>
      <Head
        answer={answer}
        direction={search.get('direction') ?? 'both'}
        theme={search.get('theme')}
        onDirection={(direction: Direction) => setSearch({direction: direction === 'both' ? null : direction})}
        onTheme={chosen => setSearch({theme: chosen})}
        onWhy={points.length > 1 ? explainYear : null}
      />
      {answer.empty !== null && (
        <p class="empty" role="status">
          {answer.empty} <a href="/add">Add articles</a> about them.
        </p>
      )}
      {points.length > 0 && (
        <>
          <IndexChart
            points={points}
            ticks={ticks}
            months={answer.months}
            undated={undated}
            eras={background?.eras ?? []}
            own={background?.own ?? []}
            onEra={toEra}
            window={window}
            change={search.has('from') || search.has('to') ? answer.change : null}
            selected={selected}
            onWindow={window => setSearch({t: window && windowText(window)}, {replace: true})}
            onMonth={explainMonth}
            onIncident={select}
          />
          {window && <OwnEraForm path={path} window={window} />}
          <MonthTable points={points} onMonth={explainMonth} />
          <div class="export-row">
            <Exports path={`${path}/months`} search={shown} rows={points.length} />
            <SavePicture name={`${pair}-index`} picture={() => indexPicture({...answer, ticks}, window)} />
          </div>
        </>
      )}
      {points.length > 0 && (
        <Others
          own={{name: answer.pair.map(({name}) => name).join(' ↔ '), path: null, points}}
          pair={[answer.pair[0].id, answer.pair[1].id]}
          chosen={search.get('with')}
          asOf={asOf}
          window={window}
        />
      )}
      {behind.state === 'failed' && (
        <p class="empty" role="alert">
          {behind.failure.message} {behind.failure.hint}
        </p>
      )}
      {answer.change && (search.has('from') || search.has('to')) && (
        <Why
          change={answer.change}
          points={points}
          selected={selected}
          onSelect={select}
          onRange={(from, to) => setSearch({from, to})}
          onClose={() => setSearch({from: null, to: null})}
          exports={
            <Exports
              path={`${path}/shares`}
              search={asked}
              rows={answer.change.contributions.length + answer.change.others.count}
            />
          }
        />
      )}
      {incidents + statements > 0 && (
        <Tabs
          chosen={search.get('tab') ?? 'incidents'}
          busy={behind.state === 'loading' && background === null}
          onChoose={tab => setSearch({tab: tab === 'incidents' ? null : tab}, {replace: true})}
          tabs={[
            {
              id: 'incidents',
              title: `Incidents ${incidents}`,
              body: () => (
                <Incidents
                  list={list}
                  moving={moving}
                  onlyMoving={onlyMoving}
                  exports={
                    <Exports
                      path={`${path}/incidents`}
                      search={withSearch(shown, {only: onlyMoving ? 'moving' : null})}
                      rows={onlyMoving ? moving : incidents}
                      feed={`${path}/feed`}
                    />
                  }
                  selected={selected}
                  onSelect={select}
                />
              ),
            },
            {
              id: 'statements',
              title: `Statements ${statements}`,
              body: () => (
                <>
                  <Statements
                    address={`${path}/spoken.json${withSearch(shown, {statements: search.get('statements')})}`}
                    selected={selected}
                    onSelect={select}
                  />
                  <Exports path={`${path}/statements`} search={shown} rows={statements} note="every printing" />
                </>
              ),
            },
            {
              id: 'figures',
              title: `Figures ${figures}`,
              body: () => (
                <Figures
                  path={path}
                  search={shown}
                  exports={<Exports path={`${path}/figures`} search={shown} rows={figures} />}
                  selected={selected}
                  onSelect={select}
                />
              ),
            },
            ...(background === null
              ? []
              : [
                  {
                    id: 'eras',
                    title: `Eras ${background.eras.length + background.own.length}`,
                    body: () => (
                      <>
                        <Eras
                          background={background}
                          comparePath={`${path}/compare${ofDay}`}
                          onEra={toEra}
                          onSelect={select}
                        />
                        <Exports
                          path={`${path}/eras`}
                          search={ofDay}
                          rows={background.eras.length + background.own.length}
                        />
                      </>
                    ),
                  },
                  {
                    id: 'drivers',
                    title: 'Drivers',
                    body: () => (
                      <>
                        <Drivers background={background} />
                        <Exports path={`${path}/drivers`} search={ofDay} rows={background.drivers.length} />
                      </>
                    ),
                  },
                  {
                    id: 'analogues',
                    title: 'Analogues',
                    body: () => (
                      <>
                        <AnaloguesTab background={background} />
                        <Exports
                          path={`${path}/analogues`}
                          search={ofDay}
                          rows={background.analogues?.found.length ?? 0}
                        />
                      </>
                    ),
                  },
                ]),
            {id: 'forecasts', title: 'Forecasts', body: () => <Forecasts path={path} asOf={asOf} />},
          ]}
        />
      )}
      <Outside path={`${path}/outside.json${withSearch('', {direction: search.get('direction'), asof: asOf})}`} />
    </section>
  )
}

/** Fewest incidents that are drawn by month, not one by one. */
const many = 1000

/** The incidents that the chart draws one by one: all, or those of the window when that holds few enough; else `null`. */
function useTicks(answer: RelationView | null, path: string, shown: string, window: Window | null) {
  const inside = (answer?.months ?? []).filter(
    ({month}) => window !== null && month >= window.first.slice(0, 7) && month <= window.last.slice(0, 7),
  )
  const about = inside.reduce(
    (sum, {friendly, hostile, friendlyNot, hostileNot}) => sum + friendly + hostile + friendlyNot + hostileNot,
    0,
  )
  const asked = answer !== null && answer.ticks === null && window !== null && about <= many
  const search = withSearch(shown, {t: window && windowText(window), limit: String(many)})
  const loaded = useLoaded<IncidentPage>(asked ? `${path}/incidents.json${search}` : null)
  if (answer === null || answer.ticks !== null) return answer?.ticks ?? null
  const page = asked && loaded.state === 'there' ? loaded.value : null
  return page && page.total <= many ? page.incidents : null
}
