/** The last answers, each made once while what it is made of stays as it is. */
export interface Remembered {
  /** The answer under a key; made when there is none. One that fails is made anew the next time. */
  get<T>(key: string, make: () => Promise<T>): Promise<T>
  forget(): void
}

export function remembering(most: number): Remembered {
  const kept = new Map<string, Promise<unknown>>()
  return {
    get: <T>(key: string, make: () => Promise<T>) => {
      const known = kept.get(key) as Promise<T> | undefined
      kept.delete(key)
      const answer = known ?? make()
      kept.set(key, answer)
      answer.catch(() => kept.get(key) === answer && kept.delete(key))
      if (kept.size > most) kept.delete(kept.keys().next().value as string)
      return answer
    },
    forget: () => kept.clear(),
  }
}
