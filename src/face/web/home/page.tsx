import type {HomeAnswer} from '../../../model/index.ts'
import {count, grouped, publishedWords, rangeWords, signed} from '../format.ts'
import {Exports} from '../frame/exports.tsx'
import {Failed} from '../frame/failed.tsx'
import {Loading} from '../frame/loading.tsx'
import {NothingByThen, NothingYet, useEmptyRecord} from '../frame/nothing-yet.tsx'
import {Heads} from '../frame/heads.tsx'
import {useLoaded} from '../load.ts'
import {AskForm} from '../question/ask-form.tsx'
import {docPath, pairPath, withSearch} from '../router.ts'
import {useTitle} from '../title.ts'
import {LevelBar} from './level-bar.tsx'

/** What the record holds. */
export function HomePage({asOf}: {asOf: string | null}) {
  useTitle('Record')
  const search = withSearch('', {asof: asOf})
  const loaded = useLoaded<HomeAnswer>(`/index.json${search}`)
  const nothing = useEmptyRecord()
  if (loaded.state === 'failed') return <Failed failure={loaded.failure} />
  const answer = loaded.state === 'there' ? loaded.value : loaded.last
  if (answer === null) return <Loading what="the record" />
  const {coverage, docs, relations} = answer
  if (coverage.docs === 0)
    return (
      <section class="page home">
        <h1>How do they get along?</h1>
        {nothing || asOf === null ? <NothingYet /> : <NothingByThen day={asOf} />}
      </section>
    )
  return (
    <section class="page home" aria-busy={loaded.state === 'loading'}>
      <h1>How do they get along?</h1>
      <AskForm text="" />
      <div class="home-columns">
        <section>
          <h2>Relations</h2>
          {relations.length === 0 ? (
            <p class="empty" role="status">
              In what was read nothing happened between two parties. <a href="/add">Add more articles</a>.
            </p>
          ) : (
            <>
              <p class="note">Level of the last month on record, −10 conflict … +10 cooperation.</p>
              <table class="rows relations">
                <Heads columns={['Pair', ['Level, drawn', 'drawn'], ['Level', 'number'], ['Incidents', 'number']]} />
                <tbody>
                  {relations.map(({pair, names, incidents, latest}) => (
                    <tr key={pair.join()}>
                      <th scope="row">
                        <a href={pairPath(...pair)}>
                          {names[0]} ↔ {names[1]}
                        </a>
                      </th>
                      <td class="bar-cell">{latest !== null && <LevelBar level={latest} />}</td>
                      <td class="number">{latest === null ? '–' : signed(latest)}</td>
                      <td class="number">{grouped(incidents)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </>
          )}
          <Exports path="/relations" search={search} rows={relations.length} />
        </section>
        <section>
          <h2>Articles</h2>
          <p class="faint">
            {count(coverage.docs, 'article')} from {count(coverage.outlets, 'outlet')},{' '}
            {count(coverage.origins, 'independent origin')}; {rangeWords(coverage.days, null)}
          </p>
          {coverage.docs > docs.length && <p class="faint">The newest {docs.length}:</p>}
          <ul class="docs">
            {docs.map(doc => (
              <li key={doc.id}>
                <a href={docPath(doc.id)}>{doc.title ?? 'Untitled article'}</a>
                <small>
                  {doc.outlet ?? 'outlet not stated'}, {publishedWords(doc)}
                </small>
              </li>
            ))}
          </ul>
          <Exports path="/articles" search={search} rows={docs.length} />
        </section>
      </div>
    </section>
  )
}
