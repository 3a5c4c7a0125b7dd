import type {AnswerBlock, AnswerLine, QuestionView} from '../../../model/index.ts'
import {publishedWords} from '../format.ts'
import {Failed} from '../frame/failed.tsx'
import {Loading} from '../frame/loading.tsx'
import {NothingYet, useEmptyRecord} from '../frame/nothing-yet.tsx'
import {useLoaded} from '../load.ts'
import {pairPath, setSearch, withSearch} from '../router.ts'
import {useTitle} from '../title.ts'
import {AskForm} from './ask-form.tsx'
import {Parse} from './parse.tsx'
import {TakeAlong} from './take-along.tsx'

/** Parts of a question that a person may set right; they stand in the address. */
const parts = ['pair', 'kind', 'direction', 'theme', 'horizon', 'since', 'until', 'asof']

/** The answer, block by block; every line opens the records behind it. */
export function QuestionPage({search}: {search: URLSearchParams}) {
  const asked = (search.get('text') ?? '').trim()
  const selected = search.get('sel')
  const edits = Object.fromEntries(parts.map(name => [name, search.get(name)]))
  const nothing = useEmptyRecord()
  useTitle(asked === '' ? 'Ask' : asked)
  return (
    <section class="page question">
      <h1>{asked === '' ? 'Ask the record' : asked}</h1>
      {asked === '' && (
        <p>A question about two states or groups: will they come closer, fall out, what happened, who said what.</p>
      )}
      {asked === '' && <AskForm text="" />}
      {nothing && <NothingYet />}
      {asked !== '' && (
        <Asked
          key={asked}
          search={withSearch('', {text: asked, ...edits})}
          edited={parts.some(name => name !== 'asof' && search.has(name))}
          selected={selected}
        />
      )}
    </section>
  )
}

interface AskedProps {
  /** The question and what corrects it, as they stand in the address. */
  readonly search: string
  readonly edited: boolean
  readonly selected: string | null
}

/** One question; while a part of it is set right, the answer before stands there, and the focus stays where it is. */
function Asked({search, edited, selected}: AskedProps) {
  const loaded = useLoaded<QuestionView>(`/q.json${search}`)
  if (loaded.state === 'failed') return <Failed failure={loaded.failure} />
  const answer = loaded.state === 'there' ? loaded.value : loaded.last
  if (answer === null) return <Loading what="the answer" />
  return (
    <div class="asked" aria-busy={loaded.state === 'loading'}>
      <Answer answer={answer} asked={search} edited={edited} selected={selected} />
    </div>
  )
}

interface AnswerProps {
  readonly answer: QuestionView
  /** The question and what corrects it, as they stand in the address. */
  readonly asked: string
  readonly edited: boolean
  readonly selected: string | null
}

function Answer({answer, asked, edited, selected}: AnswerProps) {
  const {question, answerable, blocks, relation} = answer
  return (
    <>
      <Parse question={question} relation={relation} edited={edited} search={asked} />
      {question.unknown.length > 0 && (
        <div class="empty" role="status">
          {question.unknown.map(words => (
            <p key={words}>{words}</p>
          ))}
        </div>
      )}
      {!answerable && blocks.length + question.unknown.length === 0 && (
        <p class="empty" role="status">
          The record cannot answer this.
        </p>
      )}
      {blocks.map((block, i) => (
        <Block key={i} block={block} selected={selected} />
      ))}
      {blocks.length > 0 && <TakeAlong search={asked} />}
      {question.pair && (
        <p>
          <a href={pairPath(...question.pair)}>The relation over time →</a>
          {!answerable && (
            <>
              {' · '}
              <a href="/add">Add articles that name both →</a>
            </>
          )}
        </p>
      )}
    </>
  )
}

function Block({block, selected}: {block: AnswerBlock; selected: string | null}) {
  if (block.lines.length === 0) return null
  return (
    <section class={`block block-${block.kind}`}>
      <h2>{block.title}</h2>
      <ul>
        {block.lines.map((line, i) => (
          <li key={i} class={line.records.includes(selected ?? '') ? 'selected' : ''}>
            <Line line={line} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Line({line}: {line: AnswerLine}) {
  const {text, quote, records} = line
  const [first] = records
  const feet = (quote === null ? records : records.slice(1)).map((id, n) => (
    <button
      key={id}
      type="button"
      class="foot"
      aria-label={`evidence ${n + 1} of this line`}
      data-record={id}
      onClick={() => setSearch({sel: id})}
    >
      {n + 1}
    </button>
  ))
  return (
    <>
      <span class="line">
        {text}
        {feet}
      </span>
      {quote && (
        <button type="button" class="statement" data-record={first} onClick={() => first && setSearch({sel: first})}>
          <span class="said">
            “<span data-quote>{quote.words}</span>”
          </span>
          <small class="print-only">
            {quote.evidence.doc.outlet ?? 'outlet not stated'}, {quote.evidence.doc.title ?? 'untitled'},{' '}
            {publishedWords(quote.evidence.doc)} · {quote.evidence.doc.id}, {quote.evidence.span.start}–
            {quote.evidence.span.end}
          </small>
        </button>
      )}
    </>
  )
}
