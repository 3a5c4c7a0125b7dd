import {useMemo, useRef, useState} from 'preact/hooks'
import type {ReaderAnswer} from '../../../model/index.ts'
import {count, publishedWords} from '../format.ts'
import {Legend} from '../evidence/legend.tsx'
import {Failed} from '../frame/failed.tsx'
import {Loading} from '../frame/loading.tsx'
import {useKeys} from '../keys.ts'
import {useLoaded} from '../load.ts'
import {setSearch, withSearch} from '../router.ts'
import {useTitle} from '../title.ts'
import {doubtsIn} from './doubts.ts'
import {MarkMenu} from './mark-menu.tsx'
import {type Marked, markedIn} from './selection.ts'
import {Beside, OtherPrints} from './beside.tsx'
import {marksOf, mentionMarks, recordsBySentence} from './marks.ts'
import {Outline} from './outline.tsx'
import {Records} from './records.tsx'
import {ArticleText} from './text.tsx'

interface ReaderPageProps {
  readonly doc: string
  readonly selected: string | null
  /** Whether every mention is marked, not only those in records. */
  readonly showMentions: boolean
  /** Whether every record says why it is in doubt. */
  readonly showDoubts: boolean
  /** Article to read beside it. */
  readonly beside: string | null
  /** Day on which the record is looked at. */
  readonly asOf: string | null
}

/** An article with what was read in it. */
export function ReaderPage({doc, ...shown}: ReaderPageProps) {
  const loaded = useLoaded<ReaderAnswer>(`/a/${encodeURIComponent(doc)}.json${withSearch('', {asof: shown.asOf})}`)
  if (loaded.state === 'failed') return <Failed failure={loaded.failure} />
  const answer = loaded.state === 'there' ? loaded.value : loaded.last
  if (answer === null) return <Loading what="the article" />
  return <Article answer={answer} {...shown} />
}

function Article({
  answer,
  selected,
  showMentions,
  showDoubts,
  beside,
  asOf,
}: Omit<ReaderPageProps, 'doc'> & {answer: ReaderAnswer}) {
  const {doc, reading} = answer
  useTitle(doc.title ?? 'Untitled article')
  const marks = useMemo(
    () => (showMentions ? [...mentionMarks(answer), ...marksOf(answer)] : marksOf(answer)),
    [answer, showMentions],
  )
  const sentences = useMemo(() => recordsBySentence(reading), [reading])
  const doubts = useMemo(() => doubtsIn(answer), [answer])
  const [place, setPlace] = useState(-1)
  const [marked, setMarked] = useState<Marked | null>(null)
  const pane = useRef<HTMLDivElement>(null)
  const chosen = selected?.startsWith(`${doc.id}/`) ? selected.slice(doc.id.length + 1) : null
  const select = (record: string) => {
    setPlace(sentences.findIndex(s => s.records.includes(record)))
    setSearch({sel: `${doc.id}/${record}`}, {replace: selected !== null})
  }
  const step = (by: number) => {
    if (sentences.length === 0) return
    const at = place >= 0 ? place : sentences.findIndex(s => chosen !== null && s.records.includes(chosen))
    const next = Math.min(sentences.length - 1, Math.max(0, at + by))
    setPlace(next)
    setSearch({sel: `${doc.id}/${sentences[next].records[0]}`}, {replace: true})
    document.querySelector(`[data-sentence="${sentences[next].sentence}"]`)?.scrollIntoView({block: 'center'})
  }
  const stepDoubt = () => {
    const all = sentences.flatMap(({records}) => records)
    const order = all.filter(id => doubts.has(id))
    if (order.length === 0) return
    const at = chosen === null ? -1 : all.indexOf(chosen)
    const next = order.find(id => all.indexOf(id) > at) ?? order[0]
    select(next)
    document.querySelector(`[data-select="${next}"]`)?.scrollIntoView({block: 'nearest'})
    document.querySelector(`.text [data-record="${next}"]`)?.scrollIntoView({block: 'center'})
  }
  const look = () => {
    const text = pane.current?.querySelector('.text')
    setMarked(text ? markedIn(text, doc.text) : null)
  }
  const markSentence = () => {
    const sentence = pane.current?.querySelector('.sentence.current')
    if (!sentence) return
    getSelection()?.selectAllChildren(sentence)
    look()
  }
  const toggleDoubts = () => setSearch({doubts: showDoubts ? null : 'all'}, {replace: true})
  const toggleMentions = () => setSearch({mentions: showMentions ? null : 'all'}, {replace: true})
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    v: stepDoubt,
    w: markSentence,
    x: toggleDoubts,
    m: toggleMentions,
  })
  return (
    <section class="page reader">
      <header class="reader-head">
        <p class="kicker">
          {doc.outlet ?? 'outlet not stated'}
          {doc.kind !== 'unknown' && ` · ${doc.kind}`} ·{' '}
          {publishedWords({published: doc.published.day, bounds: doc.published.bounds})}
        </p>
        <h1>{doc.title ?? 'Untitled article'}</h1>
        <p class="note">
          <label>
            <input type="checkbox" checked={showMentions} onChange={toggleMentions} /> mark all{' '}
            {reading.mentions.length} mentions of who and where <kbd>m</kbd>
          </label>{' '}
          {doubts.size > 0 && (
            <button type="button" class="link" onClick={stepDoubt}>
              {count(doubts.size, 'record')} in doubt: the next <kbd>v</kbd>
            </button>
          )}
        </p>
        <Legend parts={['actor', 'recipient', 'cue', 'day', 'place', 'figure', 'source', 'content']} />
      </header>
      <div class={beside === null ? 'panes' : 'panes with-beside'}>
        <Outline doc={doc} reading={reading}>
          <OtherPrints others={answer.others} beside={beside} />
        </Outline>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: it only hears that words were marked; the key w marks by keyboard. */}
        <div
          class="text-pane"
          ref={pane}
          onPointerUp={event => {
            if ((event.target as Element).closest('.mark-menu') === null) setTimeout(look)
          }}
          onKeyUp={event => {
            const inForm = (event.target as Element).closest('.mark-menu') !== null
            if (!inForm && event.shiftKey && event.key.startsWith('Arrow')) look()
          }}
        >
          <ArticleText
            doc={doc}
            sentences={reading.sentences}
            marks={marks}
            chosen={chosen}
            current={place >= 0 ? (sentences[place]?.sentence ?? -1) : -1}
            onSelect={select}
          />
          {marked && <MarkMenu answer={answer} marked={marked} onClose={() => setMarked(null)} />}
        </div>
        {beside !== null && <Beside key={beside} doc={beside} asOf={asOf} />}
        <Records
          answer={answer}
          sentences={sentences}
          doubts={doubts}
          showDoubts={showDoubts}
          chosen={chosen}
          onSelect={select}
          asOf={asOf}
        />
      </div>
    </section>
  )
}
