import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {errorCodes} from '../../src/model/error.ts'
import type {Finding} from './finding.ts'
import {root, sources} from './sources.ts'

const pathInProse = /`((?:src|data|models|cases|docs|examples|scripts|eval|bin)\/[\w./-]+)`/g

/** Paths named in prose exist; every error code is documented and every documented code exists. */
export function checkDocs(): Finding[] {
  const findings: Finding[] = []
  const pages = [...sources('docs', ['.md']), ...sources('models', ['.md']), ...sources('examples', ['.md'])]
  for (const name of ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md'])
    pages.push({path: name, lines: readFileSync(join(root, name), 'utf8').split('\n')})
  for (const {path, lines} of pages)
    lines.forEach((line, n) => {
      for (const [, named] of line.matchAll(pathInProse))
        if (!(named in errorCodes) && !existsSync(join(root, named)))
          findings.push({at: `${path}:${n + 1}`, message: `${named} does not exist; name what does`})
    })
  return [...findings, ...checkErrorPage()]
}

function checkErrorPage(): Finding[] {
  const path = 'docs/errors.md'
  const documented = [...readFileSync(join(root, path), 'utf8').matchAll(/^\| `([\w/-]+)` \|/gm)].map(match => match[1])
  const missing = Object.keys(errorCodes).filter(code => !documented.includes(code))
  const foreign = documented.filter(code => !(code in errorCodes))
  return [
    ...missing.map(code => ({at: `${path}:1`, message: `${code} is not in the table; add a row`})),
    ...foreign.map(code => ({at: `${path}:1`, message: `${code} is no code of src/model/error.ts; delete the row`})),
  ]
}
