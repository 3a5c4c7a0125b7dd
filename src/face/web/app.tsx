import {useLayoutEffect, useRef, useState} from 'preact/hooks'
import type {HomeAnswer} from '../../model/index.ts'
import {AddPage} from './add/page.tsx'
import {ComparePage} from './compare/page.tsx'
import {EntityPage} from './entity/page.tsx'
import {EvidencePanel} from './evidence/panel.tsx'
import {AsOfBar, AsOfChip} from './frame/as-of.tsx'
import {Box} from './frame/box.tsx'
import {CoverageChip} from './frame/coverage.tsx'
import {KeyList} from './frame/key-list.tsx'
import {Palette} from './frame/palette.tsx'
import {Rail} from './frame/rail.tsx'
import {ThemeButton} from './frame/theme-button.tsx'
import {TwinLink} from './frame/twin-link.tsx'
import {HomePage} from './home/page.tsx'
import {InboxPage} from './inbox/page.tsx'
import {useKeys} from './keys.ts'
import {load, useLoaded} from './load.ts'
import {MapPage} from './map/page.tsx'
import {NetworkPage} from './network/page.tsx'
import {QuestionPage} from './question/page.tsx'
import {ReaderPage} from './reader/page.tsx'
import {RelationPage} from './relation/page.tsx'
import {
  docPath,
  entityPath,
  follow,
  followOnce,
  followLinks,
  type Page,
  pairPath,
  type Place,
  readPath,
  setSearch,
  usePlace,
  withSearch,
} from './router.ts'
import {RunsPage} from './runs/page.tsx'
import {ScoreboardPage} from './scoreboard/page.tsx'
import {toggleTheme} from './theme.ts'

function Shown({page, place}: {page: Page; place: Place}) {
  const search = new URLSearchParams(place.search)
  switch (page.page) {
    case 'home':
      return <HomePage asOf={search.get('asof')} />
    case 'relation':
      return <RelationPage key={page.pair} pair={page.pair} search={search} />
    case 'article':
      return (
        <ReaderPage
          key={page.doc}
          doc={page.doc}
          selected={search.get('sel')}
          showMentions={search.get('mentions') === 'all'}
          showDoubts={search.get('doubts') === 'all'}
          beside={search.get('beside')}
          asOf={search.get('asof')}
        />
      )
    case 'entity':
      return <EntityPage key={page.entity} id={page.entity} search={search} />
    case 'question':
      return <QuestionPage search={search} />
    case 'network':
      return <NetworkPage search={search} />
    case 'map':
      return <MapPage search={search} />
    case 'compare':
      return <ComparePage key={page.pair} pair={page.pair} search={search} />
    case 'scoreboard':
      return <ScoreboardPage search={search} />
    case 'inbox':
      return <InboxPage selected={search.get('sel')} asOf={search.get('asof')} />
    case 'runs':
      return <RunsPage asOf={search.get('asof')} />
    case 'add':
      return <AddPage />
    default:
      return (
        <section class="page">
          <h1>No page at this address</h1>
          <p>
            Begin at the <a href="/">list of relations</a>.
          </p>
        </section>
      )
  }
}

/** The day in the address now. */
const asOfNow = () => withSearch('', {asof: new URLSearchParams(location.search).get('asof')})

/** Goes to what the record knows best, once it has said what that is. */
const toKnown = (pick: (home: HomeAnswer) => string | undefined) =>
  followOnce(load<HomeAnswer>(`/index.json${asOfNow()}`).then(pick, () => undefined))

/** The frame round every page: rail, box, page, evidence. */
export function App() {
  const place = usePlace()
  const page = readPath(place.path)
  const search = new URLSearchParams(place.search)
  const selected = search.get('sel')
  const asOf = search.get('asof')
  const home = useLoaded<HomeAnswer>(`/index.json${withSearch('', {asof: asOf})}`)
  const known = home.state === 'there' ? home.value : null
  // Whether the reader wants the panel holds for one selection on one page; else it is open where there is something to select.
  const view = `${place.path} ${selected}`
  const [wanted, setWanted] = useState({view: '', open: true})
  const something = known === null || known.coverage.docs > 0
  const usual = selected !== null || (something && ['relation', 'article', 'inbox'].includes(page.page))
  const shown = wanted.view === view ? wanted.open : usual
  const [over, setOver] = useState<'keys' | 'palette' | null>(null)
  const [, redraw] = useState('')
  const box = useRef<HTMLInputElement>(null)

  const cameFrom = useRef(place.path)
  useLayoutEffect(() => {
    if (cameFrom.current !== place.path) document.getElementById('page')?.focus({preventScroll: true})
    cameFrom.current = place.path
  }, [place.path])
  const setOpen = (open: boolean) => setWanted({view, open})
  const close = () => {
    if (selected === null) setOpen(false)
    else setSearch({sel: null})
  }
  useKeys({
    '/': event => {
      event.preventDefault()
      box.current?.focus()
      box.current?.select()
    },
    e: () => setOpen(!shown),
    Escape: () => {
      if (document.activeElement === box.current) box.current?.blur()
      else close()
    },
    t: () => redraw(toggleTheme()),
    '?': () => setOver('keys'),
    'g h': () => follow('/'),
    'g q': () => follow('/q'),
    'g r': () => toKnown(({relations}) => relations[0] && pairPath(...relations[0].pair)),
    'g a': () => toKnown(({docs}) => docs[0] && docPath(docs[0].id)),
    'g x': () => toKnown(({relations}) => relations[0] && entityPath(relations[0].pair[0])),
  })
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
      event.preventDefault()
      setOver('palette')
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: links answer the keyboard by themselves; this only keeps the page from reloading.
    // biome-ignore lint/a11y/noStaticElementInteractions: the same.
    <div
      class={`frame ${shown ? 'with-panel' : ''} ${selected === null ? 'nothing-selected' : ''}`}
      onClick={followLinks}
    >
      <a class="skip" href="#page">
        Skip to the page
      </a>
      <header class="top">
        <a class="name" href="/">
          Détente
        </a>
        <Box field={box} relations={known?.relations ?? []} text={search.get('text') ?? ''} />
        <AsOfChip day={asOf} />
        <CoverageChip coverage={known?.coverage ?? null} />
        <ThemeButton onToggle={() => redraw(toggleTheme())} />
        <button
          type="button"
          class="quiet keys-button"
          aria-label="Keys"
          title="Keys (?)"
          onClick={() => setOver('keys')}
        >
          ?
        </button>
      </header>
      <Rail page={page.page} lastDoc={known?.docs[0]?.id ?? null} lastPair={known?.relations[0]?.pair ?? null} />
      <main id="page" tabIndex={-1}>
        {asOf !== null && page.page !== 'add' && <AsOfBar day={asOf} />}
        <Shown page={page} place={place} />
        {page.page !== 'unknown' && page.page !== 'add' && <TwinLink place={place} />}
      </main>
      {shown && <EvidencePanel asOf={asOf} id={selected} onClose={close} />}
      {over === 'keys' && <KeyList onClose={() => setOver(null)} />}
      {over === 'palette' && <Palette home={known} onClose={() => setOver(null)} />}
    </div>
  )
}
