import type {ComponentChildren} from 'preact'
import type {CutReason, Doc, Reading} from '../../../model/index.ts'
import {dayWords, proseOf, publishedWords} from '../format.ts'
import {safeHref} from '../href.ts'

const reasonWords = (reason: CutReason) => reason.replace(/-/g, ' ')

function Published({doc}: {doc: Doc}) {
  const {day, bounds, candidates} = doc.published
  return (
    <section>
      <h2>Published</h2>
      <p>{publishedWords({published: day, bounds})}</p>
      {day === null && bounds.why.length > 0 && <p class="faint">{bounds.why.join('; ')}</p>}
      {candidates.length > 0 && (
        <details>
          <summary>
            {candidates.length} {candidates.length === 1 ? 'candidate' : 'candidates'}
          </summary>
          <ul class="plain-list">
            {candidates.map((c, i) => (
              <li key={i}>
                <strong>{c.won ? '✓' : '✗'}</strong> {dayWords(c.day)} <span class="faint">{c.from}</span>
                <small>
                  “{c.words}”: {c.why}
                </small>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

interface OutlineProps {
  readonly doc: Doc
  readonly reading: Omit<Reading, 'doc'>
  readonly children?: ComponentChildren
}

/** What the page was, what was cut from it and why. */
export function Outline({doc, reading, children}: OutlineProps) {
  const live = safeHref(doc.url)
  const headings = doc.blocks.map((block, i) => ({...block, i})).filter(b => b.kind === 'heading')
  const people = [
    ['by', doc.byline],
    ['republished by', doc.republisher],
    ['translated by', doc.translator],
    ['credits', doc.credits.join(', ') || null],
  ] as const
  return (
    <aside class="outline" aria-label="About the article">
      <Published doc={doc} />
      {people.some(([, name]) => name !== null) && (
        <ul class="plain-list">
          {people.map(
            ([what, name]) =>
              name !== null && (
                <li key={what}>
                  <span class="faint">{what}</span> {name}
                </li>
              ),
          )}
        </ul>
      )}
      {doc.url !== null && (
        <p class="address">
          {live ? (
            <a href={live} rel="noreferrer noopener" target="_blank">
              {live}
            </a>
          ) : (
            <span title="not an address that may be opened">{doc.url}</span>
          )}
        </p>
      )}
      {children}
      {headings.length > 0 && (
        <nav aria-label="Headings">
          <h2>Headings</h2>
          <ul class="plain-list">
            {headings.map(({span, i}) => (
              <li key={i}>
                <a href={`#block-${i}`}>{doc.text.slice(span.start, span.end)}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {reading.flags.length > 0 && (
        <section>
          <h2>Flags</h2>
          <ul class="plain-list">
            {reading.flags.map((flag, i) => (
              <li key={i}>
                <span class="part part-flag">{doc.text.slice(flag.span.start, flag.span.end)}</span>:{' '}
                {proseOf(flag.message)}
              </li>
            ))}
          </ul>
        </section>
      )}
      {doc.cut.length > 0 && (
        <section>
          <h2>Cut from the page</h2>
          {doc.cut.map((cut, i) => (
            <details key={i} class="cut">
              <summary>
                {reasonWords(cut.reason)} <small>{cut.why}</small>
              </summary>
              <p>{cut.text}</p>
            </details>
          ))}
        </section>
      )}
      {(doc.notes.length > 0 || reading.notes.length > 0) && (
        <details>
          <summary>{doc.notes.length + reading.notes.length} notes</summary>
          <ul class="plain-list">
            {doc.notes.map((note, i) => (
              <li key={i}>{note}</li>
            ))}
            {reading.notes.map((note, i) => (
              <li key={`r${i}`}>
                {note.message}
                {note.span && <small>“{doc.text.slice(note.span.start, note.span.end)}”</small>}
              </li>
            ))}
          </ul>
        </details>
      )}
      <details>
        <summary>Snapshot</summary>
        <p>
          <code class="hash">{doc.snapshot.sha256}</code>
          <small>
            {doc.snapshot.bytes} bytes, {doc.snapshot.mediaType}, {doc.snapshot.charset}
          </small>
        </p>
      </details>
    </aside>
  )
}
