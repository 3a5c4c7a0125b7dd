/** Who does what is asked about, in a question with sides as `‹n›` and acts as `«»`, in small letters: the first of the two named, or the second. */
interface DoerForm {
  readonly form: RegExp
  readonly doer: 0 | 1
}

const det = '(?:(?:the|its|any) )?'
const side = String.raw`‹(\d+)›(?:['’]?s)?`
const gap = '[^‹›«»]*?'
const upon = String.raw`\b(?:on|upon|against|to|towards?|with|in|into|of|from|at) `
const asked = String.raw`\b(?:did|has|have|had|was|were|does|do)\b `
const joint = String.raw`(?<!‹\d+›,? (?:and|or) ${det})`

/** The first that fits says it. */
const forms: readonly DoerForm[] = [
  // attacks on B by A; attacks by A on B
  {form: new RegExp(`»${gap}${upon}${det}${side}${gap}\\bby ${det}${side}`), doer: 1},
  {form: new RegExp(`»${gap}\\b(?:by|of|from) ${det}${side}${gap}${upon}${det}${side}`), doer: 0},
  // was B attacked by A
  {form: new RegExp(`${side}${gap}«»${gap}\\bby ${det}${side}`), doer: 1},
  // how many of B did A attack
  {form: new RegExp(`\\b(?:what|which|how many) ${side}${gap}${asked}${det}${side}${gap}«»`), doer: 1},
  // did A attack B; A's attacks on B
  {form: new RegExp(`${joint}${side}${gap}«»(?:${gap}«»)?${gap}${side}`), doer: 0},
  // on B, how many attacks did A make
  {form: new RegExp(`${upon}${det}${side}${gap}«»${gap}${asked}${det}${side}`), doer: 1},
  // how many attacks has A made on B
  {form: new RegExp(`«»${gap}${asked}${det}${side}${gap}${upon}${det}${side}`), doer: 0},
]

/** Numbers of who does it and whom it is done to; `null`: the question does not say. */
export function doerIn(masked: string): readonly [doer: number, other: number] | null {
  for (const {form, doer} of forms) {
    const [, first, second] = masked.match(form) ?? []
    if (first === undefined || first === second) continue
    const sides = [Number(first), Number(second)] as const
    return doer === 0 ? sides : [sides[1], sides[0]]
  }
  return null
}
