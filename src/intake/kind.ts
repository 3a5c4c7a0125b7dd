import type {DocKind} from '../model/index.ts'

/** What the kind is judged by. */
export interface KindSigns {
  readonly title: string | null
  /** JSON-LD types of the page's article. */
  readonly types: readonly string[]
  /** Names of sections: metadata, labels above the headline, words of the address. */
  readonly sections: readonly string[]
  readonly paragraphs: readonly string[]
  readonly wire: boolean
}

type Named = Exclude<DocKind, 'unknown'>

const sectionWords: readonly [RegExp, Named, number][] = [
  [
    /\b(opinions?|op-?eds?|comment(ary|is-free)?|editorials?|columns?|columnists?|views?|viewpoints?|perspectives?|letters?)\b/i,
    'opinion',
    4,
  ],
  [
    /\b(analys[ei]s|analytical|explainers?|explained|in-?depth|features?|long-?reads?|essays?|briefings?|backgrounders?|briefs?|scenarios?|think-?tank|insights?|reviews?)\b/i,
    'analysis',
    4,
  ],
  [/\b(speech(es)?|remarks|transcripts?|statements?|addresses)\b/i, 'speech', 4],
  [
    /\b(news|world|breaking|latest|politics|asia|europe|africa|americas|middle-?east|national|international)\b/i,
    'report',
    1,
  ],
]
const titleWords: readonly [RegExp, Named, number][] = [
  [/^(opinion|op-?ed|editorial|column|comment|view)\s*[:|–—-]|[|–—-]\s*(opinion|editorial)\b/i, 'opinion', 5],
  [
    /^(analysis|explainer|explained|factbox|timeline|q&a|in depth|background(er)?)\s*[:|–—-]|\bexplained$|[|–—-]\s*analysis\b/i,
    'analysis',
    5,
  ],
  [/\b(full text|transcript|text of|remarks by|address (by|to|at)|speech (by|at|to)|statement by)\b/i, 'speech', 5],
  [/^(why|how|what|will|can|could|should|is|are|does|do|who)\b.*\?$/i, 'analysis', 2],
  [/^(why|how|what)\b/i, 'analysis', 1.5],
]
const typeWords: readonly [RegExp, Named, number][] = [
  [/^OpinionNewsArticle$/, 'opinion', 6],
  [/^(AnalysisNewsArticle|BackgroundNewsArticle|ScholarlyArticle)$/, 'analysis', 6],
  [/^(ReportageNewsArticle|LiveBlogPosting)$/, 'report', 4],
  [/^NewsArticle$/, 'report', 1],
]

/** Report, analysis, opinion or speech, by what the page calls it and how it is written; unknown when the signs are few. */
export function kindOf({title, types, sections, paragraphs, wire}: KindSigns): DocKind {
  const weights: {[kind in Named]: number} = {report: 0, analysis: 0, opinion: 0, speech: 0}
  const add = (rows: readonly [RegExp, Named, number][], text: string) => {
    for (const [words, kind, weight] of rows) if (words.test(text)) weights[kind] += weight
  }
  if (title) add(titleWords, title)
  for (const type of types) add(typeWords, type)
  for (const section of new Set(sections)) add(sectionWords, section)
  if (wire) weights.report += 2
  addStyle(weights, paragraphs)
  const ranked = (Object.entries(weights) as [Named, number][]).sort((a, b) => b[1] - a[1])
  return ranked[0][1] >= 2 && ranked[0][1] > ranked[1][1] ? ranked[0][0] : 'unknown'
}

function addStyle(weights: {[kind in Named]: number}, paragraphs: readonly string[]) {
  const text = paragraphs.join('\n')
  const words = text.split(/\s+/).length
  if (words < 60) return
  const unquoted = text.replace(/["“][^"”\n]{0,2000}["”]/g, ' ')
  const per = (count: number) => (count * 1000) / words
  const first = per(unquoted.match(/\b(I|I'm|I’m|I've|my|me)\b/g)?.length ?? 0)
  const we = per(unquoted.match(/\b([Ww]e|[Oo]ur|us)\b/g)?.length ?? 0)
  const ought = per(unquoted.match(/\b(must|should|ought|need to|cannot afford)\b/gi)?.length ?? 0)
  const said = per(text.match(/\b(said|says|told|announced|reported|according to|confirmed|added)\b/gi)?.length ?? 0)
  const weekdays = unquoted.slice(0, 800).match(/\bon (Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/g)?.length ?? 0
  const hedges = per(
    unquoted.match(
      /\b(likely|may|might|could|perspective|historical(ly)?|strategy|strategic|geopolitical|scenario|era|policy|balance|experts?)\b/gi,
    )?.length ?? 0,
  )
  const address =
    /^(ladies and gentlemen|mr\.? (president|speaker|chair)|excellenc|my fellow|dear (friends|colleagues))/im.test(
      text.slice(0, 1500),
    )
  if (address) weights.speech += 4
  if (address && first + we > 15) weights.speech += 2
  if (first > 6) weights.opinion += 2.5
  if (we > 8 && said < 4) weights.opinion += 1
  if (ought > 5 && said < 6) weights.opinion += 1.5
  if (said > 7) weights.report += 1.5
  if (weekdays > 0) weights.report += 2
  if (hedges > 12) weights.analysis += 1.5
  if (hedges > 6 && weekdays === 0) weights.analysis += 0.5
}
