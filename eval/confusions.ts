import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {loadEnglish, parseWords, readConllu} from '../src/text/index.ts'

/** Prints the commonest errors of trees on a dev part, from gold words: `tsx eval/confusions.ts [CONLLU] [HOW MANY]`. */
function main(path: string, most: number) {
  const model = loadEnglish()
  const counts = new Map<string, number>()
  const count = (what: string) => counts.set(what, (counts.get(what) ?? 0) + 1)
  for (const s of readConllu(readFileSync(path, 'utf8'))) {
    const empty = new Int32Array(s.forms.length)
    const found = parseWords(model, s.forms, empty, empty)
    for (let i = 0; i < s.forms.length; i++) {
      if (found.upos[i] !== s.upos[i]) count(`tag: ${s.upos[i]} as ${found.upos[i]}`)
      const label = s.deprels[i].split(':')[0]
      if (found.heads[i] !== s.heads[i]) count(`head: ${label}`)
      else if (found.deprels[i].split(':')[0] !== label) count(`label: ${label} as ${found.deprels[i].split(':')[0]}`)
    }
  }
  const rows = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
  for (const [what, n] of rows.slice(0, most)) console.log(`${String(n).padStart(6)}  ${what}`)
}

const [path, most] = process.argv.slice(2)
main(path ?? join(import.meta.dirname, '../../shared/data/ud/en_ewt-ud-dev.conllu'), Number(most ?? 20))
