import {creditLine} from './credit.ts'
import {mostlyDay} from './day-words.ts'
import type {Piece} from './piece.ts'
import {tidy} from './piece.ts'

const ends = /[.!?…:;؟。]["'”’»)\]]*$/

/** Paragraphs of plain text: by blank lines, else by indents or lines; hard-wrapped lines are joined again. */
export function plainPieces(text: string): {title: string | null; pieces: Piece[]} {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .replace(/\f|\u2029/g, '\n\n')
    .replace(/\u2028/g, '\n')
    .split('\n')
  const groups = groupsOf(lines)
  const wide = wrapWidth(groups)
  const paragraphs = groups.flatMap(group => joined(group, wide)).filter(line => /[\p{L}\p{N}]/u.test(line))
  const labelled = paragraphs.slice(0, headLines).findIndex(line => titleLabel.test(line))
  const pieces = paragraphs.map((line, n) => pieceOf(n === labelled ? line.replace(titleLabel, '') : line))
  return {title: labelled === -1 ? unlabelledTitle(pieces, groups.length > 1) : pieces[labelled].text, pieces}
}

/** Lines in which a head such as "Source: …", "Headline: …", "Date: …" may stand. */
const headLines = 6
const titleLabel = /^(?:headline|title)\s*:\s*(?=\S)/i

/** The first line that says nothing about source, author or day, where it looks like a title. */
function unlabelledTitle(pieces: readonly Piece[], parted: boolean): string | null {
  const lines = pieces.map(piece => piece.text)
  const first = lines.findIndex((line, n) => n === headLines || (creditLine(line) ?? mostlyDay(line)) === null)
  return first !== -1 && looksLikeTitle(lines.slice(first), parted) ? lines[first] : null
}

const signs: readonly [RegExp, Piece['kind']][] = [
  [/^#{1,6}\s+(?=\S)/, 'heading'],
  [/^>\s*(?=\S)/, 'quote'],
  [/^([-*•‣▪]|\d{1,2}[.)])\s+(?=\S)/, 'item'],
]

/** The marks of items, and of Markdown's headings and quotations, say what a line is and go. */
function pieceOf(line: string): Piece {
  const [sign, kind] = signs.find(([start]) => start.test(line)) ?? [null, 'paragraph' as const]
  return {kind, text: sign ? line.replace(sign, '') : line, linked: 0, home: null, cut: null, byPicture: false}
}

function groupsOf(lines: readonly string[]): string[][] {
  const groups: string[][] = [[]]
  for (const line of lines) {
    if (/^[\s\u00a0]*$/.test(line)) groups.push([])
    else groups.at(-1)!.push(line)
  }
  return groups.filter(group => group.length > 0)
}

/** Width that the text was wrapped to; `null` when its lines are whole paragraphs. */
function wrapWidth(groups: readonly string[][]): number | null {
  const inner = groups.flatMap(group => group.slice(0, -1)).map(line => line.trimEnd().length)
  if (inner.length < 3) return null
  const sorted = [...inner].sort((a, b) => a - b)
  const [middle, most] = [sorted[Math.floor(sorted.length / 2)], sorted[Math.floor(sorted.length * 0.97)]]
  return most <= 130 && middle >= 45 && middle >= most * 0.7 ? most : null
}

function joined(group: readonly string[], wide: number | null): string[] {
  const narrow = wide !== null && group.every(line => line.trimEnd().length < wide * 0.6)
  if (wide === null || narrow) return group.map(tidy)
  const out: string[] = []
  let before = ''
  for (const line of group) {
    const indent = /^(\s{2,}|\t)\S/.test(line) && !/^(\s{2,}|\t)/.test(before || ' x')
    const item = /^\s*([-*•‣▪]|\d{1,2}[.)])\s+\S/.test(line)
    const short = before !== '' && before.trimEnd().length < wide * 0.6 && ends.test(before.trimEnd())
    if (out.length === 0 || indent || item || short) out.push(line)
    else out[out.length - 1] += ` ${line}`
    before = line
  }
  return out.map(tidy)
}

function looksLikeTitle([first, second]: readonly string[], parted: boolean): boolean {
  if (first === undefined || second === undefined || first.length > 200) return false
  if (/[.:;,]$/.test(first) || /^(source|by|published|date|posted|updated)\b\s*:?/i.test(first)) return false
  if (parted) return true
  return (
    first.length < 120 && (second.length > first.length || creditLine(second) !== null || mostlyDay(second) !== null)
  )
}
