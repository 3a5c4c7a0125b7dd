import {existsSync, statSync} from 'node:fs'
import type {Lexicon} from '../lexicon/index.ts'
import {additionsIn, lexiconBeside, loadLexicon} from '../lexicon/index.ts'
import {DetenteError} from '../model/index.ts'
import {type OpenRecord, openRecord} from '../record/index.ts'
import {type Answers, answersOf} from './open.ts'
import {erasBeside, ownErasAt} from './own-eras-beside.ts'
import {type Remembered, remembering} from './remembered.ts'

/** Answers that a desk keeps: a person goes to and fro between few pages. */
const mostAnswers = 24

/** A record that answers, and is written to when asked: it is open for writing only while that lasts, so that other processes can read it. */
export interface Desk {
  /** The record's file. */
  readonly path: string
  readonly answers: Answers
  readonly lexicon: Lexicon
  /** Takes in what was added to the lexicon beside the record since. */
  relearn(): void
  /** Reads; waits while the record changes hands. */
  read<T>(use: (record: OpenRecord) => Promise<T>): Promise<T>
  /** Writes, one after another. Reading goes on beside it. Throws `record/held` when another process has the record. */
  write<T>(use: (record: OpenRecord) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** Opens a desk on a record, and makes the record when there is none. Throws `record/…` errors. */
export async function openDesk(path: string): Promise<Desk> {
  const learn = () => loadLexicon(undefined, additionsIn(lexiconBeside(path)))
  let lexicon = learn()
  let record = await openToRead(path)
  let reading = 0
  /** Resolves when the record has changed hands; reads wait for it. */
  let handing: Promise<void> | null = null
  let idle: (() => void) | null = null
  let last: Promise<unknown> = Promise.resolve()
  let writing = false
  const answered = remembering(mostAnswers)

  const read = async <T>(use: (record: OpenRecord) => Promise<T>): Promise<T> => {
    while (handing) await handing
    reading++
    try {
      return await use(record)
    } finally {
      reading--
      if (reading === 0) idle?.()
    }
  }

  /** Closes the record once nobody reads it, and opens it the other way; should that fail, as it was. */
  const hand = async (readOnly: boolean) => {
    // What is read while it is written is kept by nobody.
    writing = !readOnly
    answered.forget()
    let done = () => {}
    handing = new Promise(resolve => {
      done = resolve
    })
    try {
      if (reading > 0)
        await new Promise<void>(resolve => {
          idle = resolve
        })
      idle = null
      await record.close()
      try {
        record = await openRecord(path, {readOnly})
      } catch (error) {
        record = await openRecord(path, {readOnly: true})
        writing = false
        throw error
      }
    } finally {
      handing = null
      done()
    }
  }

  const write = <T>(use: (record: OpenRecord) => Promise<T>): Promise<T> => {
    const turn = last.then(async () => {
      await hand(false)
      try {
        return await use(record)
      } finally {
        await hand(true)
      }
    })
    last = turn.catch(() => {})
    return turn
  }

  return {
    get lexicon() {
      return lexicon
    },
    relearn: () => {
      lexicon = learn()
      answered.forget()
    },
    path,
    answers: through(
      read,
      record => answersOf(record, lexicon, () => ownErasAt(path)),
      (key, make) => (writing ? make() : answered.get(`${key} ${changedAt(erasBeside(path))}`, make)),
    ),
    read,
    write,
    close: async () => {
      await last
      await record.close()
    },
  }
}

/** Opens a record for reading; one that is not there is made, one of an older version is brought to the newest. */
async function openToRead(path: string): Promise<OpenRecord> {
  if (!existsSync(path)) await (await openRecord(path)).close()
  try {
    return await openRecord(path, {readOnly: true})
  } catch (error) {
    if (!(error instanceof DetenteError) || error.code !== 'record/version') throw error
    await (await openRecord(path)).close()
    return openRecord(path, {readOnly: true})
  }
}

/** Answers that are given by whichever record is open at the time. */
function through(read: Desk['read'], answers: (record: OpenRecord) => Answers, once: Remembered['get']): Answers {
  return new Proxy({} as Answers, {
    get:
      (_, name: keyof Answers) =>
      (...asked: never[]) =>
        once(JSON.stringify([name, ...asked]), () =>
          read(record => (answers(record)[name] as (...asked: never[]) => Promise<never>)(...asked)),
        ),
  })
}

/** When a file was changed; 0: there is none. */
const changedAt = (path: string) => statSync(path, {throwIfNoEntry: false})?.mtimeMs ?? 0
