import {type Chars, kindsOfChar, others, type Part, partsOf} from './pattern-nodes.ts'

/** So far is looked into a text: what has not failed by then is left to the pattern itself. */
const depth = 12
/** More states than these are not made. */
const mostStates = 8000

/** A part that may come more often than this repeats without end; the pattern itself counts. */
const mostCopies = 6

/** Where a text may stand in the patterns after some characters. */
interface State {
  /** Nodes that take a character. */
  readonly nodes: Int32Array
  /** Patterns that have taken all they need. */
  readonly done: readonly number[]
}

/** What is to be looked for next from a node without taking a character. */
interface Reach {
  readonly nodes: readonly number[]
  readonly done: readonly number[]
}

/**
 * Tells which of many patterns may match at a place of a text, in one pass over the characters there. It takes looks ahead and behind
 * for granted and gives up after some characters, so it may name a pattern too many but never one too few.
 * Subset construction, made as texts ask for it (Thompson 1968; Cox, "Regular Expression Matching: the Virtual Machine Approach", 2009).
 */
export class Openings {
  /** Of each node: what it takes, `null` for nothing; where it leads; which pattern it is of. */
  private readonly chars: (Chars | null)[] = []
  private readonly to: number[][] = []
  private readonly whose: number[] = []
  private readonly ends: readonly number[]
  private readonly reaches: (Reach | undefined)[] = []

  private readonly states: State[] = []
  private readonly alike = new Map<number, number[]>()
  /** Of each state and kind of character the number of the next state and 1; 0 until it is asked for. */
  private readonly next = new Uint16Array((mostStates + 1) * kindsOfChar)
  /** For each node, the last state that it was put into; for each pattern, the last call that named it. */
  private readonly put: Int32Array
  private readonly named: Int32Array
  private puts = 0
  private calls = 0

  constructor(patterns: readonly RegExp[]) {
    this.named = new Int32Array(patterns.length)
    this.ends = patterns.map((_, which) => this.node(null, [], which))
    const shared = new Shared((chars, to, whose) => this.node(chars, to, whose))
    const first = patterns.map((pattern, which) => this.built(partsOf(pattern), this.ends[which], which, shared))
    this.put = new Int32Array(this.to.length)
    this.stateOf(first.map(node => this.reach(node)))
  }

  /** The patterns that may match at this place, in the order of their numbers. */
  at(text: string, place: number): readonly number[] {
    const call = ++this.calls
    let found: number[] | null = null
    let state = 0
    let at = place
    for (let steps = 0; ; steps++) {
      const {done, nodes} = this.states[state]
      let more: readonly number[] | null = done.length > 0 ? done : null
      let next = 0
      if (nodes.length > 0 && at < text.length) {
        const unit = text.charCodeAt(at)
        at += (unit & 0xfc00) === 0xd800 ? 2 : 1
        next = steps === depth ? 0 : this.after(state, unit < others ? unit : others)
        if (next === 0) more = [...done, ...this.alive(state)]
      }
      if (more)
        for (const one of more) {
          if (this.named[one] === call) continue
          this.named[one] = call
          found ??= []
          found.push(one)
        }
      if (next === 0) break
      state = next
    }
    return found === null ? none : found.sort((a, b) => a - b)
  }

  private node(chars: Chars | null, to: number[], whose: number): number {
    this.chars.push(chars)
    this.whose.push(whose)
    return this.to.push(to) - 1
  }

  /** The node at which a part begins that goes on at `then`. */
  private built(part: Part, then: number, whose: number, shared: Shared): number {
    if ('chars' in part) return shared.node(part.chars, [then], whose)
    if ('anything' in part) return this.ends[whose]
    if ('sequence' in part)
      return part.sequence.reduceRight((next, inner) => this.built(inner, next, whose, shared), then)
    if ('oneOf' in part) {
      const options = part.oneOf.map(option => this.built(option, then, whose, shared))
      return shared.node(null, options, whose)
    }
    const {least, most} = part
    let from = then
    if (most > mostCopies) {
      from = this.node(null, [then], whose)
      this.to[from].push(this.built(part.part, from, whose, shared))
    } else
      for (let more = least; more < most; more++)
        from = shared.node(null, [then, this.built(part.part, from, whose, shared)], whose)
    for (let copy = 0; copy < Math.min(least, mostCopies); copy++) from = this.built(part.part, from, whose, shared)
    return from
  }

  private reach(from: number): Reach {
    const known = this.reaches[from]
    if (known) return known
    const nodes: number[] = []
    const done: number[] = []
    const seen = new Set<number>()
    const open = [from]
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      if (seen.has(node)) continue
      seen.add(node)
      if (this.chars[node] !== null) nodes.push(node)
      else if (node === this.ends[this.whose[node]]) done.push(this.whose[node])
      else open.push(...this.to[node])
    }
    return (this.reaches[from] = {nodes, done})
  }

  /** The patterns of which a state knows no end. */
  private alive(state: number): readonly number[] {
    return [...new Set(Array.from(this.states[state].nodes, node => this.whose[node]))]
  }

  /** The state behind a character; 0 where no more states are made. */
  private after(state: number, code: number): number {
    const place = state * kindsOfChar + code
    if (this.next[place] > 0) return this.next[place]
    if (this.states.length >= mostStates) return 0
    const reached: Reach[] = []
    for (const node of this.states[state].nodes)
      if (this.chars[node]![code] === 1) reached.push(this.reach(this.to[node][0]))
    return (this.next[place] = this.stateOf(reached))
  }

  private stateOf(reached: readonly Reach[]): number {
    const mark = ++this.puts
    const list: number[] = []
    const done = new Set<number>()
    for (const reach of reached) {
      for (const one of reach.done) done.add(one)
      for (const node of reach.nodes) {
        if (this.put[node] === mark) continue
        this.put[node] = mark
        list.push(node)
      }
    }
    const nodes = Int32Array.from(list).sort()
    const ended = [...done].sort((a, b) => a - b)
    let hash = 0
    for (const node of nodes) hash = (Math.imul(hash, 31) + node) | 0
    for (const one of ended) hash = (Math.imul(hash, 31) - one) | 0
    const alike = this.alike.get(hash) ?? []
    const known = alike.find(state => same(this.states[state].nodes, nodes) && same(this.states[state].done, ended))
    if (known !== undefined) return known
    const made = this.states.push({nodes, done: ended}) - 1
    this.alike.set(hash, [...alike, made])
    return made
  }
}

const none: readonly number[] = []

const same = (a: ArrayLike<number>, b: ArrayLike<number>) => {
  if (a.length !== b.length) return false
  for (let n = 0; n < a.length; n++) if (a[n] !== b[n]) return false
  return true
}

/** Nodes that do the same are one. */
class Shared {
  private readonly sets = new Map<Chars | null, number>()
  private readonly known = new Map<string, number>()
  constructor(private readonly make: (chars: Chars | null, to: number[], whose: number) => number) {}

  node(chars: Chars | null, to: readonly number[], whose: number): number {
    const targets = [...new Set(to)]
    if (chars === null && targets.length === 1) return targets[0]
    let set = this.sets.get(chars)
    if (set === undefined) this.sets.set(chars, (set = this.sets.size))
    const key = `${whose} ${set} ${targets.join()}`
    let node = this.known.get(key)
    if (node === undefined) this.known.set(key, (node = this.make(chars, targets, whose)))
    return node
  }
}
