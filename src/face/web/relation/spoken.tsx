import {Fragment} from 'preact'
import type {StatementRow} from '../../../model/index.ts'

interface SpokenProps {
  readonly form: StatementRow['statement']['form']
  readonly parts: readonly string[]
  /** Most characters of a part. */
  readonly most?: number
}

/** Words as printed, each part in its own quotation marks where the text has them there; what is left out stands outside of them. */
export function Spoken({form, parts, most = Number.POSITIVE_INFINITY}: SpokenProps) {
  return (
    <>
      {parts.map((words, n) => {
        const shown = words.length > most ? words.slice(0, most).trimEnd() : words
        return (
          <Fragment key={`${n} ${words}`}>
            {n > 0 && ' […] '}
            {form === 'direct' ? <q>{shown}</q> : shown}
            {shown !== words && ' …'}
          </Fragment>
        )
      })}
    </>
  )
}
