import {useLayoutEffect, useRef} from 'preact/hooks'

export const keyHelp: readonly (readonly [keys: string, what: string])[] = [
  ['/', 'go to the box: a question, or two names'],
  ['Ctrl K', 'go anywhere: pages, relations, articles'],
  ['g r', 'go to the relation that is known best'],
  ['g a', 'go to the newest article'],
  ['g x', 'go to one side of that relation'],
  ['g q', 'go to the question'],
  ['g h', 'go to the record'],
  ['e', 'show or hide the evidence panel'],
  ['Esc', 'close the evidence panel or this list'],
  ['c', 'correct the shown record'],
  ['y n', 'confirm, reject the shown record'],
  ['u', 'undo the last correction'],
  ['q', 'copy the shown evidence as a citation'],
  [', .', 'relation: incident before, incident after'],
  ['[ ]', 'relation: era before, era after'],
  ['j k', 'article, inbox: next, previous sentence with records or item'],
  ['v', 'article: next record in doubt'],
  ['x', 'article: say why each record is in doubt'],
  ['w', 'article: mark the sentence, to cite it, to add what was missed in it, or to say whom it names'],
  ['m', 'article: mark every mention'],
  ['t', 'light or dark'],
  ['?', 'this list'],
]

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input:not([type=checkbox]):not([type=radio]), textarea, select'))

/** How long the second key of a pair such as `g r` may take, in milliseconds. */
const pairWithin = 1500

/**
 * Listens from the moment that what the keys are for stands there, not from the next picture on, or a fast key is lost.
 * Calls the action of a pressed key, or of two pressed one after the other (`g r`), unless someone types, holds a
 * modifier, or a dialog is open over the page.
 */
export function useKeys(actions: {readonly [key: string]: (event: KeyboardEvent) => void}): void {
  const latest = useRef(actions)
  latest.current = actions
  useLayoutEffect(() => {
    let first: {key: string; at: number} | null = null
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      if (isTyping(event.target) && event.key !== 'Escape') return
      if (document.querySelector('dialog[open]')) return
      const pair = first && event.timeStamp - first.at < pairWithin ? `${first.key} ${event.key}` : null
      const begins = Object.keys(latest.current).some(key => key.startsWith(`${event.key} `))
      first = pair === null && begins ? {key: event.key, at: event.timeStamp} : null
      const action = (pair === null ? undefined : latest.current[pair]) ?? latest.current[event.key]
      if (action) action(event)
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
}
