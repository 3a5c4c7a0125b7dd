import type {HomeAnswer} from '../../../model/index.ts'
import {useLoaded} from '../load.ts'

/** Whether the record holds no article at all; `false` until that is known. */
export function useEmptyRecord(): boolean {
  const home = useLoaded<HomeAnswer>('/index.json')
  return home.state === 'there' && home.value.coverage.docs === 0
}

/** What to do first, where the record holds nothing. */
export function NothingYet() {
  return (
    <p class="empty" role="status">
      Nothing in the record yet. <a href="/add">Add an article</a>, or read many: <code>detente add FOLDER</code>
    </p>
  )
}
