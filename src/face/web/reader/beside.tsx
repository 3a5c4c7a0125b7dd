import type {OtherPrint, ReaderAnswer} from '../../../model/index.ts'
import {publishedWords} from '../format.ts'
import {Failed} from '../frame/failed.tsx'
import {Loading} from '../frame/loading.tsx'
import {useLoaded} from '../load.ts'
import {docPath, setSearch, withSearch} from '../router.ts'
import {ArticleText} from './text.tsx'

const whyWords: {readonly [why in OtherPrint['why']]: string} = {
  'same-address': 'the same address, as it was kept another time',
  'other-language': 'the same outlet, in another language',
}

/** What may be read beside the article: other snapshots of its address, its original or a translation. */
export function OtherPrints({others, beside}: {others: readonly OtherPrint[]; beside: string | null}) {
  if (others.length === 0) return null
  return (
    <section>
      <h2>To read beside it</h2>
      <ul class="plain-list">
        {others.map(({doc, language, why}) => (
          <li key={doc.id}>
            <button
              type="button"
              class="link"
              aria-pressed={doc.id === beside}
              onClick={() => setSearch({beside: doc.id === beside ? null : doc.id}, {replace: true})}
            >
              {doc.title ?? 'Untitled article'}
            </button>
            <small>
              {' '}
              {whyWords[why]}; {language}, {publishedWords(doc)}
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Another article beside the one that is read: the original of a translation, or the same page as it was kept another time. */
export function Beside({doc, asOf}: {doc: string; asOf: string | null}) {
  const loaded = useLoaded<ReaderAnswer>(`/a/${encodeURIComponent(doc)}.json${withSearch('', {asof: asOf})}`)
  if (loaded.state === 'failed') return <Failed failure={loaded.failure} />
  const answer = loaded.state === 'there' ? loaded.value : loaded.last
  if (answer === null) return <Loading what="the article beside it" />
  const other = answer.doc
  return (
    <section class="beside-pane" aria-label="Beside it">
      <p class="kicker">
        {other.outlet ?? 'outlet not stated'} · {other.language} ·{' '}
        {publishedWords({published: other.published.day, bounds: other.published.bounds})}{' '}
        <button
          type="button"
          class="quiet"
          aria-label="Close the article beside"
          onClick={() => setSearch({beside: null}, {replace: true})}
        >
          ✕
        </button>
      </p>
      <h2>
        <a href={docPath(other.id)}>{other.title ?? 'Untitled article'}</a>
      </h2>
      <ArticleText doc={other} sentences={[]} marks={[]} chosen={null} current={-1} name="beside" onSelect={() => {}} />
    </section>
  )
}
