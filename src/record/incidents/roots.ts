/** Words and names come again by the thousand; numbers and addresses without end must not fill the memory. */
const most = 50_000

/** A function of a text that keeps what it found. */
export function remembered<T>(find: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return text => {
    let found = known.get(text)
    if (found === undefined) {
      found = find(text)
      if (known.size >= most) known.clear()
      known.set(text, found)
    }
    return found
  }
}

const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu
/** `recognised` and `recognized` are one word. */
const british = /is(e|ed|es|ing|ations?)$/
const endings = /(?:ations?|ments?|ings?|ers?|ors?|ies|ied|ed|es|e|s)$/

/** Words of a text in order, in lower case without diacritics. */
function wordsOf(text: string): string[] {
  const plain = ascii.test(text) ? text : text.normalize('NFKD').replace(/\p{M}/gu, '')
  return plain.toLowerCase().match(word) ?? []
}

const ascii = /^[\0-\x7F]*$/

/** The same without the commonest endings. */
export const rootsOf = (text: string) => wordsOf(text).map(rootOf)

/** A word without its ending: `raided` and `raids` have one root. */
export const rootOf = remembered((found: string) => {
  if (found.length < 5) return found
  const root = found.replace(british, 'iz$1').replace(endings, '')
  return root.length < 3 ? found : root
})

const empty = new Set(
  rootsOf(
    'a an the and or but nor so yet if of in on at by to for from with without as into onto over under after before during ' +
      'between against about than then that this these those there here it its he his him she her they them their we our us i ' +
      'you your who whom whose which what when where why how is are was were be been being am do does did done have has had ' +
      'having will would shall should can could may might must not no also more most other some any all both each such only very ' +
      'just said say says told tell tells according added reported while since until because however one two',
  ),
)

/** The words that mean something, each once, sorted. */
export function contentWords(text: string): string[] {
  return [...new Set(wordsOf(text))].filter(found => found.length > 1 && !empty.has(rootOf(found))).sort()
}
