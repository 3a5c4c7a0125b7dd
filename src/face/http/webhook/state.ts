import type {HookAnswer} from '../../../model/index.ts'
import {hookOf, kept} from './outbox.ts'

/** Messages shown. */
const most = 20

/** How far the messages to a record's webhook have come; `null`: none is set. */
export function hookState(recordPath: string): HookAnswer | null {
  const hook = hookOf(recordPath)
  return (
    hook && {
      to: new URL(hook.url).origin,
      deliveries: kept(recordPath)
        .slice(0, most)
        .map(({message: _, ...delivery}) => delivery),
    }
  )
}
