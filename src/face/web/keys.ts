import {useEffect, useRef} from 'preact/hooks'

export const keyHelp: readonly (readonly [keys: string, what: string])[] = [
  ['/', 'go to the box: a question, or two names'],
  ['e', 'show or hide the evidence panel'],
  ['Esc', 'close the evidence panel or this list'],
  ['q', 'copy the shown evidence as a citation'],
  [', .', 'relation: incident before, incident after'],
  ['j k', 'article: next, previous sentence with records'],
  ['m', 'article: mark every mention'],
  ['t', 'light or dark'],
  ['?', 'this list'],
]

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input:not([type=checkbox]):not([type=radio]), textarea, select'))

/** Calls the action of a pressed key, unless someone types, holds a modifier, or a dialog is open over the page. */
export function useKeys(actions: {readonly [key: string]: (event: KeyboardEvent) => void}): void {
  const latest = useRef(actions)
  latest.current = actions
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      if (isTyping(event.target) && event.key !== 'Escape') return
      if (document.querySelector('dialog[open]')) return
      const action = latest.current[event.key]
      if (action) action(event)
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
}
