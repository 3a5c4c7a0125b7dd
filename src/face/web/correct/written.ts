import {useEffect, useState} from 'preact/hooks'
import type {CorrectionEntry, CorrectionPreview} from '../../../model/index.ts'
import {type Failure, forget} from '../load.ts'
import {send, useSending} from '../write.ts'
import {rememberCorrection} from './latest.ts'
import {maker, rememberMaker} from './maker.ts'

/** How long typing must rest before the preview is asked for, in milliseconds. */
const rest = 300

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
  const [known, setKnown] = useState<{asked: string; preview: CorrectionPreview} | null>(null)
  const [failed, setFailed] = useState<{asked: string | null; failure: Failure} | null>(null)
  const [done, setDone] = useState<CorrectionEntry | null>(null)
  const {busy, failure: sent, sending} = useSending()
  const asked = given && JSON.stringify(given)
  useEffect(() => {
    if (asked === null || done !== null) return
    let current = true
    const timer = setTimeout(() => {
      send<CorrectionPreview>('/corrections/preview', {...JSON.parse(asked), by: 'workbench', why: ''}).then(
        preview => current && setKnown({asked, preview}),
        failure => current && setFailed({asked, failure: failure as Failure}),
      )
    }, rest)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [asked, done])
  const preview = known !== null && known.asked === asked ? known.preview : null
  return {
    by,
    setBy,
    preview,
    failure: failed !== null && failed.asked === asked ? failed.failure : sent,
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
