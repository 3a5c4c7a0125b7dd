import {DetenteError} from '../model/index.ts'

/** Puts what DuckDB said into the words of this project. */
export function faultOf(cause: unknown, path: string, readOnly: boolean): unknown {
  if (cause instanceof DetenteError) return cause
  const memory = memoryFaultOf(cause)
  if (memory) return memory
  const said = saidBy(cause)
  const holder = /PID (\d+)/.exec(said)?.[1]
  if (/Could not set lock|Conflicting lock/i.test(said))
    return new DetenteError(
      'record/held',
      `${path} is open in another process${holder ? ` (process ${holder})` : ''}`,
      {
        hint: holder ? `Close that program, or end it with \`kill ${holder}\`.` : 'Close the program that has it open.',
        cause,
      },
    )
  if (
    /Permission denied|Read-only file system|read-only mode|attached in read-only/i.test(said) &&
    !/does not exist/.test(said)
  )
    return new DetenteError('record/read-only', `${path} cannot be written to: ${said}`, {
      hint: 'Give another path with --record, or change the rights of the file and its folder.',
      cause,
    })
  if (/No space left on device|ENOSPC|File too large|EFBIG|Disk quota exceeded|EDQUOT/i.test(said))
    return new DetenteError('record/full', `${path} cannot grow, the disk is full: ${said}`, {
      hint: 'Make room on that disk and run the same command again; all that was kept before is safe.',
      cause,
    })
  if (/database does not exist|No such file|Cannot open file/i.test(said))
    return new DetenteError(
      'record/not-found',
      readOnly ? `there is no record at ${path}` : `${path} cannot be made: its folder does not exist`,
      {hint: readOnly ? 'Make one with `detente add`.' : 'Make the folder first.', cause},
    )
  if (/newer version|different version|storage version/i.test(said))
    return new DetenteError('record/version', `${path} was written by another version of DuckDB: ${said}`, {cause})
  if (
    /not a valid DuckDB|Could not read enough bytes|checksum|corrupt|Serialization|Invalid|INTERNAL|IO Error/i.test(
      said,
    )
  )
    return new DetenteError('record/damaged', `${path} cannot be opened: ${said}`, {
      hint: 'Restore it from a copy, or move it away and add the sources again with `detente add`.',
      cause,
    })
  return cause
}

/** The same of what can befall a query, `null` when that is not why it failed. */
export function memoryFaultOf(cause: unknown): DetenteError | null {
  const said = saidBy(cause)
  if (!/^Out of Memory|failed to (?:allocate|pin)|could not allocate/i.test(said)) return null
  return new DetenteError('record/memory', `there is not enough memory for this: ${said.split('\n')[0]}`, {
    hint: 'Close other programs, or ask for less at once: a pair, a span of time. All that was kept before is safe.',
    cause,
  })
}

const saidBy = (cause: unknown) => (cause instanceof Error ? cause.message : String(cause))
