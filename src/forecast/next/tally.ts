/** Half-lives, in days, of the faded counts that a tally keeps. */
export const HALF_LIVES = [1.5, 6, 25, 120] as const
const FADES = HALF_LIVES.length
const SPAN = 8192

const fading = Float64Array.from(
  {length: FADES * SPAN},
  (_, i) => 2 ** -((i % SPAN) / (HALF_LIVES[Math.floor(i / SPAN)] ?? 1)),
)

/** The share of a count that is left after `days` at the half-life numbered `fade`. */
export const fade = (kind: number, days: number) => fading[kind * SPAN + (days < SPAN ? days : SPAN - 1)] ?? 0

const grown = <T extends Int32Array | Float64Array | Float32Array>(old: T, length: number): T => {
  const made = new (old.constructor as new (length: number) => T)(length)
  made.set(old as never)
  return made
}

/** How often, how lately and with what faded weight each `id` stood under each key. Days must not go backwards. */
export class Tally {
  /** First slot of a key's chain, or -1. */
  readonly heads: Int32Array
  readonly sizes: Int32Array
  ids = new Int32Array(1024)
  next = new Int32Array(1024)
  last = new Int32Array(1024)
  first = new Int32Array(1024)
  count = new Float32Array(1024)
  weight = new Float32Array(1024 * FADES)
  readonly totals: Float32Array
  private readonly lastOfKey: Int32Array
  private used = 0
  private keys = new Float64Array(4096).fill(-1)
  private slots = new Int32Array(4096)

  constructor(
    keys: number,
    private readonly width: number,
  ) {
    this.heads = new Int32Array(keys).fill(-1)
    this.sizes = new Int32Array(keys)
    this.totals = new Float32Array(keys * (FADES + 1))
    this.lastOfKey = new Int32Array(keys).fill(-1)
  }

  private place(packed: number): number {
    const mask = this.keys.length - 1
    let at = Math.imul((packed % 0x7fffffff) | 0, 0x9e3779b1) >>> 0
    at = (at ^ (at >>> 15)) & mask
    while (this.keys[at] !== -1 && this.keys[at] !== packed) at = (at + 1) & mask
    return at
  }

  /** The slot of `id` under `key`, or -1. */
  find(key: number, id: number): number {
    const at = this.place(key * this.width + id)
    return this.keys[at] === -1 ? -1 : this.slots[at]
  }

  add(key: number, id: number, day: number, amount = 1): void {
    const packed = key * this.width + id
    let at = this.place(packed)
    if (this.keys[at] === -1) {
      if (this.used * 2 >= this.keys.length) {
        this.rehash()
        at = this.place(packed)
      }
      if (this.used === this.ids.length) this.grow()
      const slot = this.used++
      this.keys[at] = packed
      this.slots[at] = slot
      this.ids[slot] = id
      this.first[slot] = day
      this.last[slot] = day
      this.next[slot] = this.heads[key]
      this.heads[key] = slot
      this.sizes[key]++
    }
    const slot = this.slots[at]
    const passed = day - this.last[slot]
    for (let k = 0; k < FADES; k++)
      this.weight[slot * FADES + k] = this.weight[slot * FADES + k] * fade(k, passed) + amount
    this.count[slot] += amount
    this.last[slot] = day
    const before = this.lastOfKey[key]
    const gap = before < 0 ? 0 : day - before
    const base = key * (FADES + 1)
    for (let k = 0; k < FADES; k++) this.totals[base + k] = this.totals[base + k] * fade(k, gap) + amount
    this.totals[base + FADES] += amount
    this.lastOfKey[key] = day
  }

  /** The faded weight of a slot at `day`. */
  weightAt(slot: number, kind: number, day: number): number {
    return this.weight[slot * FADES + kind] * fade(kind, day - this.last[slot])
  }

  totalAt(key: number, kind: number, day: number): number {
    const before = this.lastOfKey[key]
    return before < 0 ? 0 : this.totals[key * (FADES + 1) + kind] * fade(kind, day - before)
  }

  total(key: number): number {
    return this.totals[key * (FADES + 1) + FADES]
  }

  private grow(): void {
    const length = this.ids.length * 2
    this.ids = grown(this.ids, length)
    this.next = grown(this.next, length)
    this.last = grown(this.last, length)
    this.first = grown(this.first, length)
    this.count = grown(this.count, length)
    this.weight = grown(this.weight, length * FADES)
  }

  private rehash(): void {
    const {keys, slots} = this
    this.keys = new Float64Array(keys.length * 2).fill(-1)
    this.slots = new Int32Array(keys.length * 2)
    for (let i = 0; i < keys.length; i++) {
      if (keys[i] === -1) continue
      const at = this.place(keys[i])
      this.keys[at] = keys[i]
      this.slots[at] = slots[i]
    }
  }
}
