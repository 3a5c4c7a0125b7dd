import {loadLexicon} from '../../lexicon/index.ts'
import {bareDoc} from '../../model/index.ts'
import {loadEnglish, parse} from '../../text/index.ts'
import {findDays} from '../days/find.ts'
import {treesOf} from '../pipeline.ts'
import {startWork, type Work} from '../work.ts'
import {findMentions} from './find.ts'

/** Reads days and mentions of a bare text, for tests and trials. Paragraphs are parted by a blank line. */
export function read(text: string, published: string | null): Work {
  const work = workOf(text, published)
  findDays(work)
  findMentions(work)
  return work
}

export function workOf(text: string, published: string | null): Work {
  const doc = bareDoc(text, {published})
  const spans = doc.blocks.map(({span}) => span)
  const model = loadEnglish()
  const lexicon = loadLexicon()
  return startWork(doc, lexicon, treesOf(parse(model, text, spans), lexicon), model)
}
