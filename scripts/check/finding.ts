/** Something that a check holds against the tree. */
export interface Finding {
  /** `file:line`. */
  readonly at: string
  /** What is wrong and what to do instead. */
  readonly message: string
}
