import type {BadRow, OutsideFormat, OutsideTelling} from '../../model/index.ts'
import type {Format} from './format.ts'
import {formatOf} from './formats.ts'
import {type Layout, layoutOf} from './layout.ts'
import {linesOf} from './lines.ts'
import {brokenFile, type TablePart} from './parts.ts'

/** What was read of a table in one go. */
export interface TellingsRead {
  readonly format: OutsideFormat
  readonly tellings: readonly OutsideTelling[]
  readonly bad: readonly BadRow[]
  /** Lines of the file that are done, the header included. */
  readonly lines: number
  /** Bytes of the file that are done, packed. */
  readonly bytes: number
  /** Columns that the form does not have and that are left out. */
  readonly extra: readonly string[]
}

export interface TellingsOptions {
  /** Told from the first lines when not given. */
  readonly format?: OutsideFormat | null
  /** Lines that were done before. */
  readonly skip?: number
}

const longest = 1_000_000
/** Marks that the record puts between cells. */
const marks = /[\u0000-\u0003]/

/**
 * The rows of a table of another project, as they follow one another in the file. What is no row of its form is listed with its line and left out.
 * Throws `intake/table` for a file of no known form and `intake/broken` where a packed file breaks off.
 */
export async function* readTellings(
  part: TablePart,
  {format: wanted = null, skip = 0}: TellingsOptions = {},
): AsyncGenerator<TellingsRead> {
  let lines = 0
  // Whether cells are quoted decides where lines end, so the form must be known before they are cut.
  const begun = await firstLines(part)
  const format = formatOf(wanted, begun[0], begun[1] ?? '', part.name)
  const headed = format.header && !looksLikeRow(format, begun[0])
  const layout = layoutOf(format, headed ? begun[0] : null)
  const {extra} = layout
  const {stream, taken} = await part.open()
  try {
    for await (const {from, texts, heights, odd, unpacked} of linesOf(stream, format.quoted)) {
      const tellings: OutsideTelling[] = []
      const bad: BadRow[] = []
      let line = from
      for (let n = 0; n < texts.length; n++) {
        const text = texts[n]
        const at = line
        line += heights === null ? 1 : heights[n]
        if (at <= skip || (headed && at === 1) || text === '') continue
        const found = tellingIn(format, layout, at === 1 ? text.replace(/^\uFEFF/, '') : text, at, odd)
        if (typeof found === 'string') bad.push({line: at, why: found})
        else tellings.push(found)
      }
      lines = line - 1
      if (lines > skip) yield {format: format.name, tellings, bad, lines, bytes: taken(unpacked), extra}
    }
  } catch (cause) {
    throw brokenFile(part.name, cause, lines)
  } finally {
    stream.destroy()
  }
}

function tellingIn(format: Format, layout: Layout, text: string, line: number, odd: boolean): OutsideTelling | string {
  if (text.length > longest) return `expected at most ${longest} letters, found ${text.length}`
  if (odd && marks.test(text)) return 'expected text, found a control character'
  if (odd && !format.quoted && text.includes('\r')) return 'expected one line, found a carriage return in it'
  const laid = layout.read(text)
  if (typeof laid === 'string') return laid
  const told = format.read(laid.cells)
  return typeof told === 'string' ? told : {told, line, row: laid.row}
}

/** One candidate version of UCDP GED came without the header that the others have. */
function looksLikeRow(format: Format, first: string): boolean {
  const laid = layoutOf(format, null).read(first)
  return typeof laid !== 'string' && typeof format.read(laid.cells) !== 'string'
}

async function firstLines(part: TablePart): Promise<string[]> {
  const {stream} = await part.open()
  try {
    for await (const {texts} of linesOf(stream, false)) return texts.slice(0, 2)
  } catch (cause) {
    throw brokenFile(part.name, cause)
  } finally {
    stream.destroy()
  }
  return ['']
}
