/** A column by its name; the head of numbers stands over their last digit, that of drawings and of buttons is only read out. */
export type Column = string | readonly [name: string, kind: 'number' | 'drawn' | 'unseen']

/** The head row of a table. */
export function Heads({columns}: {columns: readonly Column[]}) {
  return (
    <thead>
      <tr>
        {columns.map(column => {
          const [name, kind] = typeof column === 'string' ? [column, null] : column
          return (
            <th key={name} scope="col" class={kind === 'number' ? 'number' : kind === 'drawn' ? 'bar-cell' : undefined}>
              {kind === 'drawn' || kind === 'unseen' ? <span class="unseen">{name}</span> : name}
            </th>
          )
        })}
      </tr>
    </thead>
  )
}
