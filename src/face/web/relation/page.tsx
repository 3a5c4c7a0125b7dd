import {useMemo} from 'preact/hooks'
import type {BackgroundAnswer, Direction, NamedEra, RelationAnswer} from '../../../model/index.ts'
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
import {Statements} from './statements.tsx'
import {Tabs} from './tabs.tsx'
import {Why} from './why.tsx'
import {lastDay, readWindow, windowText} from './window.ts'

interface RelationPageProps {
  readonly pair: string
  readonly search: URLSearchParams
}

/** How two stand with each other over time, and every incident behind it. */
export function RelationPage({pair, search}: RelationPageProps) {
  const asked = withSearch('', {
    direction: search.get('direction'),
    theme: search.get('theme'),
    from: search.get('from'),
    to: search.get('to'),
    asof: search.get('asof'),
  })
  const loaded = useLoaded<RelationAnswer>(`/r/${encodeURIComponent(pair)}.json${asked}`)
  const path = `/r/${encodeURIComponent(pair)}`
  const asOf = search.get('asof')
  const ofDay = withSearch('', {asof: asOf})
  const behind = useLoaded<BackgroundAnswer>(`${path}/background.json${ofDay}`)
  const background = behind.state === 'there' ? behind.value : null
  const answer = loaded.state === 'there' ? loaded.value : loaded.state === 'loading' ? loaded.last : null
  const newestFirst = useMemo(
    () =>
      [...(answer?.incidents ?? [])].sort((a, b) => {
        const [x, y] = [b.days.first ?? b.days.last ?? '', a.days.first ?? a.days.last ?? '']
        return x < y ? -1 : x > y ? 1 : a.id < b.id ? -1 : 1
      }),
    [answer],
  )
  useTitle(answer ? answer.pair.map(side => side.name).join(' and ') : pair)
  const selected = search.get('sel')
  const step = (by: number) => {
    if (newestFirst.length === 0) return
    const at = newestFirst.findIndex(x => x.id === selected)
    const next = at < 0 ? 0 : Math.min(newestFirst.length - 1, Math.max(0, at + by))
    setSearch({sel: newestFirst[next].id}, {replace: true})
    document
      .querySelector(`tr[data-incident="${CSS.escape(newestFirst[next].id)}"]`)
      ?.scrollIntoView({block: 'nearest'})
  }
  const toEra = (era: Pick<NamedEra, 'first' | 'last'>) =>
    setSearch({t: windowText({first: `${era.first}-01`, last: lastDay(era.last)})}, {replace: true})
  const stepEra = (by: number) => {
    const eras = background?.eras ?? []
    if (eras.length === 0) return
    const at = eras.findIndex(({first}) => `${first}-01` === readWindow(search.get('t'))?.first)
    toEra(eras[at < 0 ? (by > 0 ? 0 : eras.length - 1) : Math.min(eras.length - 1, Math.max(0, at + by))])
  }
  useKeys({',': () => step(1), '.': () => step(-1), '[': () => stepEra(-1), ']': () => stepEra(1)})

  if (loaded.state === 'failed') return <Failed failure={loaded.failure} />
  if (!answer) return <Loading what="the relation" />

  const {points} = answer.index
  const shown = withSearch(asked, {from: null, to: null})
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
  const figures = answer.incidents.reduce((n, x) => n + x.figures.length, 0)
  const moving = answer.incidents.filter(counts).length
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
          {answer.empty}
        </p>
      )}
      {points.length > 0 && (
        <>
          <IndexChart
            points={points}
            incidents={answer.incidents}
            eras={background?.eras ?? []}
            own={background?.own ?? []}
            onEra={toEra}
            window={readWindow(search.get('t'))}
            change={search.has('from') || search.has('to') ? answer.change : null}
            selected={selected}
            onWindow={window => setSearch({t: window && windowText(window)}, {replace: true})}
            onMonth={explainMonth}
            onIncident={select}
          />
          {readWindow(search.get('t')) && <OwnEraForm path={path} window={readWindow(search.get('t'))!} />}
          <MonthTable points={points} onMonth={explainMonth} />
          <div class="export-row">
            <Exports path={`${path}/months`} search={shown} rows={points.length} />
            <SavePicture name={`${pair}-index`} picture={() => indexPicture(answer, readWindow(search.get('t')))} />
          </div>
        </>
      )}
      {points.length > 0 && (
        <Others
          own={{name: answer.pair.map(({name}) => name).join(' ↔ '), path: null, points}}
          pair={[answer.pair[0].id, answer.pair[1].id]}
          chosen={search.get('with')}
          asOf={asOf}
          window={readWindow(search.get('t'))}
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
          incidents={answer.incidents}
          selected={selected}
          onSelect={select}
          onRange={(from, to) => setSearch({from, to})}
          onClose={() => setSearch({from: null, to: null})}
          exports={<Exports path={`${path}/shares`} search={asked} rows={answer.change.contributions.length} />}
        />
      )}
      {answer.incidents.length + answer.statements.length > 0 && (
        <Tabs
          chosen={search.get('tab') ?? 'incidents'}
          busy={behind.state === 'loading' && background === null}
          onChoose={tab => setSearch({tab: tab === 'incidents' ? null : tab}, {replace: true})}
          tabs={[
            {
              id: 'incidents',
              title: `Incidents ${answer.incidents.length}`,
              body: () => (
                <Incidents
                  incidents={newestFirst}
                  moving={moving}
                  onlyMoving={search.get('only') === 'moving'}
                  exports={onlyMoving => (
                    <Exports
                      path={`${path}/incidents`}
                      search={withSearch(shown, {only: onlyMoving ? 'moving' : null})}
                      rows={onlyMoving ? moving : answer.incidents.length}
                    />
                  )}
                  selected={selected}
                  onSelect={select}
                />
              ),
            },
            {
              id: 'statements',
              title: `Statements ${answer.statements.length}`,
              body: () => (
                <>
                  <Statements
                    statements={answer.statements}
                    quotations={answer.quotations}
                    selected={selected}
                    onSelect={select}
                  />
                  <Exports
                    path={`${path}/statements`}
                    search={shown}
                    rows={answer.statements.length}
                    note="every printing"
                  />
                </>
              ),
            },
            {
              id: 'figures',
              title: `Figures ${figures}`,
              body: () => (
                <>
                  <Figures incidents={newestFirst} selected={selected} onSelect={select} />
                  <Exports path={`${path}/figures`} search={shown} rows={figures} />
                </>
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
