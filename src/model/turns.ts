/** Lets others have their turn in the middle of long work. */
export const breath = () => new Promise<void>(resolve => setImmediate(resolve))

/** Does work that comes in steps without a pause. */
export function atOnce<T>(steps: Generator<undefined, T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** Does work that comes in steps, and lets others have their turn between them. */
export async function inTurns<T>(steps: Generator<undefined, T>): Promise<T> {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    await breath()
  }
}
