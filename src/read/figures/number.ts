const small: {readonly [word: string]: number} = {
  no: 0,
  zero: 0,
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
}

const large: {readonly [word: string]: number} = {
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  mln: 1e6,
  m: 1e6,
  billion: 1e9,
  bn: 1e9,
  trillion: 1e12,
}

/** What a single number word, digits included, stands for; `null` for any other word. */
export function numberWord(word: string): number | null {
  const low = word.toLowerCase()
  if (Object.hasOwn(small, low)) return small[low]
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^\d{1,15}(?:\.\d+)?$/.test(low)) return Number(low.replaceAll(',', ''))
  return null
}

/** `hundred`, `million`, …: what the number before it is multiplied by. */
export function multiplier(word: string): number | null {
  const low = word.toLowerCase()
  return Object.hasOwn(large, low) ? large[low] : null
}

/** The number that words such as `two hundred and five`, `1.5 million`, `twenty-one`, `3,000` stand for; `null` when they are none. */
export function readNumber(words: string): number | null {
  const parts = words
    .toLowerCase()
    .replace(/(?<=[a-z])-(?=[a-z])/g, ' ')
    .split(/\s+/)
    .filter(part => part !== '' && part !== 'and')
  let total = 0
  let current: number | null = null
  for (const part of parts) {
    const times = multiplier(part)
    if (times !== null && (current !== null || times === 100 || times === 1000)) {
      current = (current ?? 1) * times
      if (times >= 1000) {
        total += current
        current = null
      }
      continue
    }
    const value = numberWord(part)
    if (value === null) return null
    current = (current ?? 0) + value
  }
  return parts.length === 0 ? null : total + (current ?? 0)
}

const ones = 'one|two|three|four|five|six|seven|eight|nine'
const teens = 'ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen'
const tens = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety'

/** Source of a regular expression for a small number in words or digits, without an article. */
export const numberPattern = `(?:\\d{1,3}(?:,\\d{3})+|\\d{1,4}(?:\\.\\d+)?|(?:${tens})(?:[- ](?:${ones}))?|${teens}|${ones})`
