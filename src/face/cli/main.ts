import {DetenteError} from '../../model/index.ts'
import {printable} from '../../answer/printable.ts'
import {makeProgram} from './program.ts'

// A reader that goes away (`| head`) is no error.
process.stdout.on('error', error => process.exit((error as NodeJS.ErrnoException).code === 'EPIPE' ? 0 : 1))

try {
  await makeProgram().parseAsync()
} catch (error) {
  if (!(error instanceof DetenteError)) throw error
  console.error(`${error.code}: ${printable(error.message)}${error.hint ? `\n${printable(error.hint)}` : ''}`)
  process.exit(/^(?:usage|answer)\//.test(error.code) ? 2 : 1)
}
