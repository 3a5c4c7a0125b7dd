import {useLayoutEffect, useState} from 'preact/hooks'
import {follow, questionPath} from '../router.ts'

export function AskForm({text}: {text: string}) {
  const [typed, setTyped] = useState(text)
  useLayoutEffect(() => setTyped(text), [text])
  return (
    <form
      class="ask"
      action="/q"
      onSubmit={event => {
        event.preventDefault()
        if (typed.trim() !== '') follow(questionPath(typed.trim()))
      }}
    >
      <label class="unseen" for="ask">
        Your question
      </label>
      <input
        id="ask"
        name="text"
        maxLength={500}
        autocomplete="off"
        placeholder="Will Pakistan and the United States get closer again?"
        value={typed}
        onInput={event => setTyped(event.currentTarget.value)}
      />
      <button type="submit">Ask</button>
    </form>
  )
}
