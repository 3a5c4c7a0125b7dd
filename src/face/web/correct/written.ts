import {useState} from 'preact/hooks'
import type {CorrectionEntry, CorrectionPreview} from '../../../model/index.ts'
import {type Failure, forget} from '../load.ts'
import {send, useSending} from '../write.ts'
import {rememberCorrection} from './latest.ts'
import {maker, rememberMaker} from './maker.ts'
import {usePreview} from './preview.ts'

/** A correction on its way: what it would do, what came of it, and the ways to save it and to take it back. */
export interface Written {
  readonly by: string
  setBy(name: string): void
  /** Of just what stands in the form; `null`: not known yet. */
  readonly preview: CorrectionPreview | null
  readonly failure: Failure | null
  /** Whether it is being saved or taken back. */
  readonly busy: boolean
  /** The line of the log, once it is saved. */
  readonly done: CorrectionEntry | null
  save(): void
  undo(): void
}

/** Previews what a form gives (`null`: it is not filled) and saves it on demand. */
export function useWritten(given: {readonly [name: string]: unknown} | null, why = ''): Written {
  const [by, setBy] = useState(maker)
  const [done, setDone] = useState<CorrectionEntry | null>(null)
  const {busy, failure: sent, sending} = useSending()
  const {preview, failure} = usePreview<CorrectionPreview>(
    '/corrections/preview',
    given && done === null ? {...given, by: 'workbench', why: ''} : null,
  )
  return {
    by,
    setBy,
    preview,
    failure: failure ?? sent,
    busy,
    done,
    save: () => {
      if (preview === null) return
      rememberMaker(by)
      sending(
        () => send<CorrectionEntry>('/corrections', {...given, by: by.trim() || 'workbench', why: why.trim()}),
        entry => {
          rememberCorrection(entry)
          setDone(entry)
          forget()
        },
      )
    },
    undo: () => {
      if (done === null) return
      sending(
        () => send(`/corrections/${encodeURIComponent(done.id)}/undo`, {by: by.trim() || 'workbench', why: ''}),
        () => {
          rememberCorrection(null)
          setDone(null)
          forget()
        },
      )
    },
  }
}
