import type {HomeAnswer} from '../../../model/index.ts'
import {dayWords} from '../format.ts'
import {useLoaded} from '../load.ts'
import {setSearch} from '../router.ts'

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

/** The record holds something, but nothing that was known on the day that it is looked at. */
export function NothingByThen({day}: {day: string}) {
  return (
    <p class="empty" role="status">
      No article of the record was published by {dayWords(day)}.{' '}
      <button type="button" class="link" onClick={() => setSearch({asof: null})}>
        Look at it as of now
      </button>
    </p>
  )
}
