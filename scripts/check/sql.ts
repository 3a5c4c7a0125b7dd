import type {Finding} from './finding.ts'
import {sources} from './sources.ts'

const statement = /\b(?:SELECT|INSERT|DELETE|UPDATE|CREATE|ALTER|COPY|COMMENT|ATTACH|PRAGMA|FROM|WHERE|AND|VALUES)\b/
/** What may stand between `${` and `}` in SQL: names of constants and conditions that were put together from parameters, never a value. */
const safe: {readonly [path: string]: RegExp} = {
  'src/record/export.ts': /^(?:list\.join\(', '\)|quoted\(path\))$/,
  'src/record/migrations.ts':
    /^(?:table|column|type|name|quoted\(about\)|quoted\(told\)|temporary \? 'TEMPORARY ' : ''|list\.join\(', '\)|createTable.*)$/,
  // Tables and columns of the list, and the name of the file, quoted.
  'src/record/standing.ts': /^(?:name|file|by)$/,
}
const constants =
  /^(?:where|mentions|inner|outer|columns|\w+Columns|flat|acts|suffers|mutual|sided|from|counted\(where\)|counted\(`WHERE \$\{sided\}`\)|month\('\w+'\)|day|row|together|insertion\(.*\)|list\w*|selected|narrow\w*|conditions?)$/

/** SQL that is put together from anything but constants and numbered parameters. */
export function checkSql(): Finding[] {
  return sources('src/record', ['.ts'])
    .filter(({path}) => !/\.test\.ts$/.test(path))
    .flatMap(({path, lines}) => sqlFaults(path, lines.join('\n')))
}

export function sqlFaults(path: string, source: string): Finding[] {
  const findings: Finding[] = []
  for (const [text, line] of templates(source))
    if (statement.test(text))
      for (const [, part] of text.matchAll(/\$\{([^`{}]*(?:\{[^{}]*\}[^{}]*)*)\}/g))
        if (!constants.test(part.trim()) && !safe[path]?.test(part.trim()))
          findings.push({
            at: `${path}:${line}`,
            message: `\${${part}} in SQL: give the value as a parameter ($1), or name the constant in scripts/check/sql.ts`,
          })
  return findings
}

/** Template strings and the lines on which they begin. */
function* templates(source: string): Generator<readonly [text: string, line: number]> {
  for (const found of source.matchAll(/`(?:[^`\\]|\\.)*`/g))
    yield [found[0].slice(1, -1), source.slice(0, found.index).split('\n').length]
}
