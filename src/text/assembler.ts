/** A piece of WebAssembly code. */
export type Code = readonly number[]

/** What the kernel needs of WebAssembly: operations take what is on the stack and leave their result there. */
const vector = (...bytes: number[]): Code => [0xfd, ...bytes]
export const op = {
  add: [0x6a],
  multiply: [0x6c],
  dot: vector(0xba, 1),
  addWhole: vector(0xae, 1),
  addFloats: vector(0xe4, 1),
  subFloats: vector(0xe5, 1),
  mulFloats: vector(0xe6, 1),
  divFloats: vector(0xe7, 1),
  maxFloats: vector(0xe9, 1),
  absFloats: vector(0xe0, 1),
  nearest: vector(0x6a),
  toFloats: vector(0xfa, 1),
  toWhole: vector(0xf8, 1),
  narrow: vector(0x85, 1),
  splatFloat: vector(0x13),
} as const satisfies {readonly [name: string]: Code}

/** An unsigned number in as few bytes as it takes. */
function unsigned(x: number): number[] {
  return x < 128 ? [x] : [(x & 127) | 128, ...unsigned(x >>> 7)]
}

export const get = (local: number): Code => [0x20, ...unsigned(local)]
export const set = (local: number): Code => [0x21, ...unsigned(local)]
export const load = (offset = 0): Code => vector(0x00, 0, ...unsigned(offset))
/** Eight bytes, each as a whole number of 16 bits. */
export const loadBytes = (offset = 0): Code => vector(0x01, 0, ...unsigned(offset))
/** One number of 32 bits in all four places. */
export const loadSplat = (offset = 0): Code => vector(0x09, 0, ...unsigned(offset))
export const store = (offset = 0): Code => vector(0x0b, 0, ...unsigned(offset))
/** The float in one of four places. */
export const lane = (i: number): Code => vector(0x1f, i)
export const storeFloat = (offset = 0): Code => [0x38, 0, ...unsigned(offset)]
export const loadNumber = (offset = 0): Code => [0x28, 0, ...unsigned(offset)]
export const float = {add: [0x92], multiply: [0x94], divide: [0x95], max: [0x97]} as const
export const number = (n: number): Code => [
  0x41,
  ...[0, 7, 14, 21].map(shift => ((n >> shift) & 127) | 128),
  (n >> 28) & 127,
]
export const floatNumber = (x: number): Code => [0x43, ...new Uint8Array(Float32Array.of(x).buffer)]

export const join = (...parts: readonly Code[]): Code => parts.flat()
/** Adds `by`, which leaves a number, to a local. */
export const grow = (local: number, by: Code): Code => join(get(local), by, op.add, set(local))
/** Code for each of `count`. */
export const each = (count: number, make: (i: number) => Code): Code =>
  join(...Array.from({length: count}, (_, i) => make(i)))
/** Runs `body`, at least once, until `counter` has come down to nothing in steps of `by`. */
export const repeat = (counter: number, by: number, body: Code): Code => [
  ...[0x03, 0x40, ...body, ...get(counter), ...number(by), 0x6b, 0x22, counter],
  ...[...number(0), 0x4a, 0x0d, 0, 0x0b],
]

/** A function of whole numbers that gives nothing back; locals of whole numbers follow its parameters, then vectors, then floats. */
export interface Routine {
  readonly name: string
  readonly parameters: number
  readonly numbers: number
  readonly vectors: number
  readonly floats: number
  readonly code: Code
}

/** A module with those functions, over an imported memory `e.m` of so many pages. */
export function assemble(routines: readonly Routine[], pages: number): Uint8Array<ArrayBuffer> {
  const section = (id: number, bytes: Code) => [id, ...unsigned(bytes.length), ...bytes]
  const list = (parts: readonly Code[]) => [...unsigned(parts.length), ...parts.flat()]
  const text = (name: string) => list([...new TextEncoder().encode(name)].map(byte => [byte]))
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, list(routines.map(({parameters}) => [0x60, ...list(Array(parameters).fill([0x7f])), 0]))),
    ...section(2, [1, ...text('e'), ...text('m'), 2, 1, ...unsigned(pages), ...unsigned(pages)]),
    ...section(3, list(routines.map((_, i) => [i]))),
    ...section(7, list(routines.map(({name}, i) => [...text(name), 0, i]))),
    ...section(
      10,
      list(
        routines.map(({numbers, vectors, floats, code}) => {
          const locals = [
            [numbers, 0x7f],
            [vectors, 0x7b],
            [floats, 0x7d],
          ].filter(([count]) => count > 0)
          const body = [...list(locals), ...code, 0x0b]
          return [...unsigned(body.length), ...body]
        }),
      ),
    ),
  ])
}
