/** `[start, end)` in a Doc's body text, in UTF-16 code units. The only way to point at text. */
export interface Span {
  readonly start: number
  readonly end: number
}
