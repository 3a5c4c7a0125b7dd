import type {RefObject} from 'preact'
import {useLayoutEffect, useState} from 'preact/hooks'
import type {HomeAnswer, QuestionView} from '../../../model/index.ts'
import {load} from '../load.ts'
import {follow, followOnce, pairPath, questionPath} from '../router.ts'
import {namedPair} from './named-pair.ts'

interface BoxProps {
  readonly field: RefObject<HTMLInputElement | null>
  readonly relations: HomeAnswer['relations']
  readonly text: string
}

/** The one box: a question, or two names. */
export function Box({field, relations, text}: BoxProps) {
  const [typed, setTyped] = useState(text)
  useLayoutEffect(() => setTyped(text), [text])

  const submit = (event: Event) => {
    event.preventDefault()
    const asked = typed.trim()
    if (asked === '') return
    field.current?.blur()
    const named = namedPair(asked, relations)
    if (named === 'question') return follow(questionPath(asked))
    if (named !== null) return follow(pairPath(...named))
    followOnce(
      load<QuestionView>(`/q.json?${new URLSearchParams({text: asked})}`).then(
        ({question}) => (question.pair ? pairPath(...question.pair) : questionPath(asked)),
        () => questionPath(asked),
      ),
    )
  }

  return (
    <search class="box">
      <form onSubmit={submit}>
        <label class="unseen" for="box">
          A question, or two names
        </label>
        <input
          id="box"
          ref={field}
          type="search"
          name="text"
          list="box-relations"
          autocomplete="off"
          spellcheck={false}
          maxLength={500}
          placeholder="Ask, or name two: USA PAK"
          value={typed}
          onInput={event => setTyped(event.currentTarget.value)}
        />
        <kbd>/</kbd>
        <datalist id="box-relations">
          {relations.map(r => (
            <option key={r.pair.join()} value={r.pair.join(' ')}>
              {r.names.join(' and ')}
            </option>
          ))}
        </datalist>
      </form>
    </search>
  )
}
