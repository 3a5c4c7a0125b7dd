/** Codes of every error that a caller or the world can cause; `docs/errors.md` lists them all. */
export const errorCodes = {
  'usage/argument': 'an option or argument is missing or not of the expected form',
  'intake/not-found': 'the file does not exist or cannot be read',
  'intake/empty': 'nothing to read',
  'intake/address': 'the address is not one that may be fetched',
  'intake/fetch': 'the address could not be fetched',
  'intake/too-large': 'the page is larger than the limit',
  'intake/too-slow': 'the page did not come within the time limit',
  'intake/media-type': 'not a page or text',
  'intake/feed': 'not a feed, and no page that names one',
  'intake/table': 'the table is of no form that is known',
  'intake/broken': 'a packed file ends too early or is damaged',
  'read/failed': 'a text could not be read; a fault of ours',
  'lexicon/format': 'a lexicon table is not of the expected form',
  'lexicon/duplicate-id': 'two rows have the same id',
  'lexicon/unknown-reference': 'a row refers to an id that does not exist',
  'model/missing': 'the language model is missing',
  'model/format': 'the language model is not of the expected form',
  'record/held': 'another process has the record open for writing',
  'record/damaged': 'the record cannot be opened',
  'record/version': 'the record was written by a newer version',
  'record/read-only': 'the record cannot be written to',
  'record/full': 'the disk is full',
  'record/memory': 'the query needs more memory than there is',
  'record/not-found': 'nothing with that id is in the record',
  'answer/unknown-entity': 'a name is not known',
  'answer/not-understood': 'the question was not understood',
  'http/no-page': 'there is no page at that address',
  'http/method': 'the address does not answer to that method',
  'http/same-origin': 'a request to write that does not come from a page of this workbench',
  'http/password': 'the password is missing or wrong',
  'http/too-large': 'more was sent than is taken at once',
  'http/busy': 'sources are being read already',
  'http/host': 'the request names a host that is not this machine',
  'http/no-port': 'no free port was found',
  'http/failed': 'the server failed; a fault of ours',
  'eval/unknown-set': 'there is no gold set of that name',
  'eval/below-floor': 'a score is below its floor',
} as const

export type ErrorCode = keyof typeof errorCodes

/** An error that the caller or the world caused. `message` says what was expected, what was found and where; `hint`, what to do. */
export class DetenteError extends Error {
  readonly code: ErrorCode
  readonly hint: string | null

  constructor(code: ErrorCode, message: string, options: {hint?: string; cause?: unknown} = {}) {
    super(message, {cause: options.cause})
    this.name = 'DetenteError'
    this.code = code
    this.hint = options.hint ?? null
  }

  toJSON() {
    return {error: {code: this.code, message: this.message, hint: this.hint}}
  }
}
