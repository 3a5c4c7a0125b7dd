import {DetenteError, type ErrorCode} from '../../model/index.ts'

const statuses: {readonly [code in ErrorCode]?: 400 | 401 | 403 | 404 | 405 | 409 | 413 | 421 | 503} = {
  'usage/argument': 400,
  'answer/not-understood': 400,
  'answer/unknown-entity': 404,
  'record/not-found': 404,
  'http/no-page': 404,
  'http/method': 405,
  'http/same-origin': 403,
  'http/password': 401,
  'http/too-large': 413,
  'http/busy': 409,
  'http/host': 421,
  'record/held': 503,
}

/** The one JSON shape of an error and its HTTP status. What is not a `DetenteError` is a fault of ours and tells nothing. */
export function describeError(error: unknown) {
  const known =
    error instanceof DetenteError
      ? error
      : new DetenteError('http/failed', 'the server failed on this request', {
          hint: 'the terminal that runs the server shows the cause; please report it',
        })
  return {status: statuses[known.code] ?? 500, body: known.toJSON()} as const
}
