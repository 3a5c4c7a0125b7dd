import {randomBytes} from 'node:crypto'
import {existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {DetenteError, type HookDelivery} from '../../../model/index.ts'
import type {HookMessage} from './message.ts'

/** Where the webhook of a record is told, and with what its messages are signed. */
export interface Hook {
  readonly url: string
  readonly secret: string
}

/** A message with how far it has come. */
export interface Kept extends HookDelivery {
  readonly message: HookMessage
}

/** Messages that were sent are kept so many, to be looked at. */
const mostSent = 100

/** The folder of a record's webhook beside it: `record.duckdb` → `record.duckdb.webhook`. */
export const hookBeside = (recordPath: string) => `${recordPath}.webhook`

/** The webhook of a record, or `null`: none is set, and nothing is sent. */
export function hookOf(recordPath: string): Hook | null {
  const at = settings(recordPath)
  return existsSync(at) ? (JSON.parse(readFileSync(at, 'utf8')) as Hook) : null
}

/** Sets the webhook of a record. Over `http` only to this machine, since others could read it on its way. Throws `usage/argument`. */
export function setHook(recordPath: string, url: string, secret: string | null = null): Hook {
  const address = URL.canParse(url) ? new URL(url) : null
  const here = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(address?.hostname ?? '')
  if (address?.protocol !== 'https:' && !(address?.protocol === 'http:' && here))
    throw new DetenteError('usage/argument', `expected an https address, or http on this machine, found “${url}”`)
  if (address.username !== '' || address.password !== '')
    throw new DetenteError('usage/argument', 'expected an address without a name and password in it', {
      hint: 'messages are signed with the secret',
    })
  if (secret !== null && secret.length < 16)
    throw new DetenteError('usage/argument', 'expected a secret of at least 16 characters')
  const hook = {url: address.href, secret: secret ?? randomBytes(24).toString('base64url')}
  mkdirSync(outbox(recordPath), {recursive: true})
  write(settings(recordPath), hook)
  return hook
}

/** Takes the webhook off a record, with what still waits to be sent. */
export const dropHook = (recordPath: string) => rmSync(hookBeside(recordPath), {recursive: true, force: true})

/** Puts a message into the outbox, once; nothing where no webhook is set. */
export function post(recordPath: string, message: HookMessage, now: string): void {
  if (hookOf(recordPath) === null || kept(recordPath).some(({id}) => id === message.id)) return
  const {id, what, cause} = message
  const {by, words} = cause
  save(recordPath, {id, what, by, words, at: now, attempts: 0, state: 'waiting', next: now, fault: null, message})
}

/** All that is kept, newest first. */
export function kept(recordPath: string): Kept[] {
  const folder = outbox(recordPath)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter(name => name.endsWith('.json'))
    .map(name => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Kept)
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.id < b.id ? 1 : -1))
}

/** Writes how far a message has come, and lets go of the oldest that were sent. */
export function save(recordPath: string, delivery: Kept): void {
  // Another process may have taken the webhook off meanwhile.
  if (hookOf(recordPath) === null) return
  write(fileOf(recordPath, delivery), delivery)
  const sent = kept(recordPath).filter(({state}) => state === 'sent')
  for (const old of sent.slice(mostSent)) rmSync(fileOf(recordPath, old), {force: true})
}

const settings = (recordPath: string) => join(hookBeside(recordPath), 'settings.json')
const outbox = (recordPath: string) => join(hookBeside(recordPath), 'outbox')
const fileOf = (recordPath: string, {id}: Kept) => join(outbox(recordPath), `${id.replace(/\W/g, '_')}.json`)

/** Whole or not at all; only its owner may read it, since it holds the secret. */
function write(path: string, value: object): void {
  writeFileSync(`${path}.new`, `${JSON.stringify(value, null, 1)}\n`, {mode: 0o600})
  renameSync(`${path}.new`, path)
}
