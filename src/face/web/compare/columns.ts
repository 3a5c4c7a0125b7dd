import type {BackgroundAnswer, Mix, NamedEra, OwnEra} from '../../../model/index.ts'

/** An era as a column of the comparison, computed or an analyst's own; `null`: not told of such an era. */
export interface Column extends OwnEra {
  /** As it stands in the address: its first month, or `own:2021-02..2022-12`. */
  readonly key: string
  readonly own: boolean
  readonly leaders: NamedEra['leaders'] | null
  readonly level: number | null
  readonly change: number | null
  readonly incidents: number
  readonly mix: Mix
  readonly themes: readonly string[]
  readonly others: readonly string[] | null
  readonly trigger: string | null
  readonly strength: number | null
  readonly nearest: {readonly month: string; readonly months: number} | null
}

/** All eras of a relation that can stand side by side: the computed ones in order, then an analyst's own. */
export function columnsOf({eras, own}: Pick<BackgroundAnswer, 'eras' | 'own'>): Column[] {
  return [
    ...eras.map(era => ({...era, key: era.first, own: false, nearest: null})),
    ...own.map(({measured, ...era}) => ({
      ...era,
      key: `own:${era.first}..${era.last}`,
      own: true,
      leaders: null,
      level: measured?.level ?? null,
      change: measured?.change ?? null,
      others: null,
      trigger: null,
      strength: null,
    })),
  ]
}
