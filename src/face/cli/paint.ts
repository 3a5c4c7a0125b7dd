/** Colours for a terminal, or none when the output is no terminal, `NO_COLOR` is set or `--no-color` was given. */
export interface Paint {
  bold(text: string): string
  dim(text: string): string
  good(text: string): string
  bad(text: string): string
  mark(text: string): string
}

const wrap = (open: number, close: number) => (text: string) => `\u001b[${open}m${text}\u001b[${close}m`
const same = (text: string) => text

export function makePaint(colour: boolean): Paint {
  if (!colour) return {bold: same, dim: same, good: same, bad: same, mark: same}
  return {bold: wrap(1, 22), dim: wrap(2, 22), good: wrap(32, 39), bad: wrap(31, 39), mark: wrap(36, 39)}
}

/** Lines of at most `width` columns, broken at spaces, each begun with `indent`. */
export function fold(text: string, width: number, indent = ''): string {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && indent.length + line.length + 1 + word.length > width) {
      lines.push(indent + line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  lines.push(indent + line)
  return lines.join('\n')
}
