/** How far a message to a record's webhook has come. */
export interface HookDelivery {
  /** Id of the correction or undoing that it tells. */
  readonly id: string
  readonly what: 'corrected' | 'undone'
  readonly by: string
  /** The correction in a few words. */
  readonly words: string
  /** When it was put into the outbox; ISO 8601, as `next`. */
  readonly at: string
  readonly state: 'waiting' | 'sent' | 'failed'
  readonly attempts: number
  /** When it is tried next; `null`: not any more. */
  readonly next: string | null
  /** Why the last attempt failed; `null`: it did not, or none was made. */
  readonly fault: string | null
}

/** The webhook of a record as the workbench shows it. */
export interface HookAnswer {
  /** Where it is told: scheme and host alone, since a path may be secret. */
  readonly to: string
  /** Newest first. */
  readonly deliveries: readonly HookDelivery[]
}
