import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {DetenteError} from '../../model/index.ts'
import type {Desk} from '../../answer/index.ts'
import {type Engine, fetchFeed, ingest, loadEngine} from '../../ingest/index.ts'
import type {Adding, AddingState, SentSource} from '../http/index.ts'

/** Reads into a desk's record what comes over HTTP, one order at a time. */
export function addingTo(
  desk: Desk,
  onFault: (error: unknown) => void,
  /** Also addresses of private networks and of this machine. */
  {allowPrivate = false}: {readonly allowPrivate?: boolean} = {},
): Adding {
  let engine: Engine | null = null
  let stop = new AbortController()
  let state:
    | (Omit<AddingState, 'seconds' | 'remaining'> & {readonly began: number; readonly ended: number | null})
    | null = null

  const start = (sources: readonly string[], nameOf: (source: string) => string, done: () => void) => {
    stop = new AbortController()
    const begun = {running: true, done: 0, total: sources.length, began: Date.now(), ended: null}
    state = {...begun, added: 0, known: 0, failed: [], stopped: false, fault: null}
    const finished = desk
      .write(async record => {
        if (engine?.lexicon.version !== desk.lexicon.version) engine = loadEngine(desk.lexicon.additions)
        return ingest(record, sources, {
          engine,
          allowPrivate,
          signal: stop.signal,
          nameOf,
          onProgress: ({done, total}) => {
            state = state && {...state, done, total}
          },
        })
      })
      .then(({added, known, failed, stopped}) => {
        state = state && {...state, added, known, stopped, failed}
      })
      .catch(error => {
        if (!(error instanceof DetenteError)) onFault(error)
        const fault = error instanceof DetenteError ? error.message : 'the server failed; its terminal shows why'
        state = state && {...state, fault}
      })
    finished.finally(() => {
      state = state && {...state, running: false, ended: Date.now()}
      done()
    })
  }

  const mustBeFree = () => {
    if (state?.running)
      throw new DetenteError('http/busy', `${state.done} of ${state.total} sources are read`, {
        hint: 'wait until they are, or stop that reading',
      })
  }

  return {
    add: ({sent, addresses}) => {
      mustBeFree()
      const folder = mkdtempSync(join(tmpdir(), 'detente-sent-'))
      const names = new Map(sent.map((source, n) => [keepIn(folder, source, n), source.name]))
      start(
        [...names.keys(), ...addresses],
        source => names.get(source) ?? source,
        () => rmSync(folder, {recursive: true, force: true}),
      )
    },
    feed: async address => {
      const feed = await fetchFeed(address, {allowPrivate})
      const known = new Set((await desk.read(record => record.docs())).map(({url}) => url))
      return {...feed, entries: feed.entries.map(entry => ({...entry, known: known.has(entry.url)}))}
    },
    retry: async run => {
      mustBeFree()
      const found = (await desk.read(record => record.runs())).find(({id}) => id === run)
      if (!found || found.failed.length === 0)
        throw new DetenteError('record/not-found', `expected a run in which something failed, found “${run}”`)
      mustBeFree()
      start(
        found.failed.map(({source}) => source),
        source => source,
        () => {},
      )
    },
    cancel: () => stop.abort(),
    state: () => state && timed(state),
  }
}

/** The name of a sent file never becomes a path; only its ending, which tells pages from texts, is kept. */
function keepIn(folder: string, {name, bytes}: SentSource, n: number): string {
  const [ending = '.txt'] = /\.(?:html?|xhtml|txt)(?:\.gz)?$/i.exec(name) ?? []
  const path = join(folder, `${n}${ending.toLowerCase()}`)
  writeFileSync(path, bytes)
  return path
}

function timed({
  began,
  ended,
  ...state
}: Omit<AddingState, 'seconds' | 'remaining'> & {began: number; ended: number | null}): AddingState {
  const seconds = ((ended ?? Date.now()) - began) / 1000
  const remaining = state.done === 0 ? null : (seconds / state.done) * (state.total - state.done)
  return {...state, seconds, remaining}
}
