import {useEffect} from 'preact/hooks'

/** Names the page in the tab and the history. */
export function useTitle(name: string): void {
  useEffect(() => {
    document.title = `${name} · Détente`
  }, [name])
}
