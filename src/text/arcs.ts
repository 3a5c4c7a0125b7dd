/** The arcs built so far over `length` words. Word `length` stands for the root, which ends the buffer. */
export class Arcs {
  readonly heads: Int32Array
  readonly labels: Int32Array
  /** Outermost and second outermost dependents on either side, -1 for none. */
  readonly left1: Int32Array
  readonly left2: Int32Array
  readonly right1: Int32Array
  readonly right2: Int32Array
  readonly leftCount: Int32Array
  readonly rightCount: Int32Array
  /** Bits of the labels of a word's dependents (label number modulo 31). */
  readonly has: Int32Array
  readonly stack: Int32Array
  size = 0
  /** First word of the buffer. */
  front = 0

  constructor(readonly length: number) {
    const make = (value: number) => new Int32Array(length + 1).fill(value)
    this.heads = make(-1)
    this.labels = make(-1)
    this.left1 = make(-1)
    this.left2 = make(-1)
    this.right1 = make(-1)
    this.right2 = make(-1)
    this.leftCount = make(0)
    this.rightCount = make(0)
    this.has = make(0)
    this.stack = make(-1)
  }

  get done(): boolean {
    return this.front === this.length && this.size === 0
  }

  shift(): void {
    this.stack[this.size++] = this.front++
  }

  /** Attaches the top of the stack to the front of the buffer. */
  left(label: number): void {
    const child = this.stack[--this.size]
    const head = this.front
    this.heads[child] = head
    this.labels[child] = label
    this.left2[head] = this.left1[head]
    this.left1[head] = child
    this.leftCount[head]++
    this.has[head] |= 1 << (label % 31)
  }

  /** Attaches the top of the stack to the word below it. */
  right(label: number): void {
    const child = this.stack[--this.size]
    const head = this.stack[this.size - 1]
    this.heads[child] = head
    this.labels[child] = label
    this.right2[head] = this.right1[head]
    this.right1[head] = child
    this.rightCount[head]++
    this.has[head] |= 1 << (label % 31)
  }

  canShift(): boolean {
    return this.front < this.length
  }

  /** Only the last word left may hang on the root, so a sentence has one root. */
  canLeft(): boolean {
    return this.size > 0 && (this.front < this.length || this.size === 1)
  }

  canRight(): boolean {
    return this.size > 1
  }
}

export const SHIFT = 0
export const LEFT = 1
export const RIGHT = 2
