import {useMemo, useState} from 'preact/hooks'
import type {ReaderAnswer} from '../../../model/index.ts'
import {publishedWords} from '../format.ts'
import {Failed} from '../frame/failed.tsx'
import {Loading} from '../frame/loading.tsx'
import {useKeys} from '../keys.ts'
import {useLoaded} from '../load.ts'
import {setSearch} from '../router.ts'
import {useTitle} from '../title.ts'
import {marksOf, mentionMarks, recordsBySentence} from './marks.ts'
import {Outline} from './outline.tsx'
import {Records} from './records.tsx'
import {ArticleText} from './text.tsx'

interface ReaderPageProps {
  readonly doc: string
  readonly selected: string | null
  /** Whether every mention is marked, not only those in records. */
  readonly showMentions: boolean
}

/** An article with what was read in it. */
export function ReaderPage({doc, selected, showMentions}: ReaderPageProps) {
  const loaded = useLoaded<ReaderAnswer>(`/a/${encodeURIComponent(doc)}.json`)
  if (loaded.state === 'failed') return <Failed failure={loaded.failure} />
  if (loaded.state === 'loading') return <Loading what="the article" />
  return <Article answer={loaded.value} selected={selected} showMentions={showMentions} />
}

function Article({
  answer,
  selected,
  showMentions,
}: {
  answer: ReaderAnswer
  selected: string | null
  showMentions: boolean
}) {
  const {doc, reading} = answer
  useTitle(doc.title ?? 'Untitled article')
  const marks = useMemo(
    () => (showMentions ? [...mentionMarks(answer), ...marksOf(answer)] : marksOf(answer)),
    [answer, showMentions],
  )
  const sentences = useMemo(() => recordsBySentence(reading), [reading])
  const [place, setPlace] = useState(-1)
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
  const toggleMentions = () => setSearch({mentions: showMentions ? null : 'all'}, {replace: true})
  useKeys({j: () => step(1), k: () => step(-1), m: toggleMentions})
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
          </label>
        </p>
      </header>
      <div class="panes">
        <Outline doc={doc} reading={reading} />
        <ArticleText
          doc={doc}
          sentences={reading.sentences}
          marks={marks}
          chosen={chosen}
          current={place >= 0 ? sentences[place].sentence : -1}
          onSelect={select}
        />
        <Records answer={answer} sentences={sentences} chosen={chosen} onSelect={select} />
      </div>
    </section>
  )
}
