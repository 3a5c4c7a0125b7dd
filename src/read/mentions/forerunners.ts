import type {Discourse} from './discourse.ts'
import type {Draft} from './draft.ts'

/** "the mastermind of the attack …" before "Sharifullah, the mastermind" or "Ambassador Karlov": the unnamed one gets the name. */
export function joinForerunners(discourse: Discourse, all: readonly Draft[]): void {
  const {work} = discourse
  for (const [n, named] of all.entries()) {
    const reach = named.title ? 4 : 2
    const noun = named.reason === 'apposition' ? named.noun : named.title
    const id = named.entities[0]
    if (!noun || named.plural || named.entities.length !== 1 || (named.title && !single.has(noun.class))) continue
    for (let i = n - 1; i >= 0 && named.sentence - all[i].sentence <= reach; i--) {
      const before = all[i]
      const unnamed = before.entities[0]
      if (before.noun !== noun || before.plural || before.former !== named.former) continue
      if (before.entities.length !== 1 || !unnamed.startsWith('~unnamed')) continue
      const told = work.entities.get(unnamed)
      const known = work.entities.get(id)
      if (told?.country && known?.country && told.country !== known.country) continue
      discourse.refine(id, {country: told?.country ?? null, sector: told?.sector ?? null})
      for (const draft of all.slice(i, n))
        if (draft.entities.length === 1 && draft.entities[0] === unnamed) draft.entities = [...named.entities]
      before.antecedent = named.antecedent ?? named
    }
  }
}

const single = new Set(['office', 'unnamed'])
