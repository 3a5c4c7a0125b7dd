import {useMemo} from 'preact/hooks'
import type {NetworkAnswer} from '../../../model/index.ts'
import {count, signed} from '../format.ts'
import {follow, pairPath, setSearch} from '../router.ts'
import {useNarrow} from '../narrow.ts'
import {layOut} from './layout.ts'

interface DrawingProps {
  readonly answer: NetworkAnswer
  /** Party whose ties stand out. */
  readonly who: string | null
}

/** The network as a drawing: lines whole for friends and dashed for foes, discs and squares for the two camps. */
export function Drawing({answer, who}: DrawingProps) {
  const {parties, ties} = answer
  const narrow = useNarrow()
  // A phone shows the sheet at a third of its size, so that names need more room there.
  const [scale, high, letters] = narrow ? [2.4, 116, 16] : [1, 54, 22]
  const height = narrow ? Math.max(1250, parties.length * 100) : 620
  const short = (name: string) => (name.length > letters ? `${name.slice(0, letters - 1).trimEnd()}…` : name)
  const places = useMemo(() => {
    const named = parties.map(party => ({...party, wide: short(party.name).length * 7 * scale}))
    return layOut(named, ties, height, high)
  }, [answer, height])
  // What the picture leaves free above and below is cut off.
  const rows = [...places.values()].map(({y}) => y)
  const [top, bottom] = [Math.min(...rows) - 22 * scale, Math.max(...rows) + 42 * scale]
  const names = new Map(parties.map(({id, name}) => [id, name]))
  const near = new Set(ties.filter(({pair}) => who !== null && pair.includes(who)).flatMap(({pair}) => pair))
  const dim = (...ids: readonly string[]) => who !== null && !ids.includes(who)
  const largest = Math.max(1, ...parties.map(({incidents}) => incidents))
  const strongest = Math.max(1, ...ties.map(({incidents}) => incidents))
  const size = (incidents: number) => Math.min(scale, 1.6) * (6 + 12 * Math.sqrt(incidents / largest))
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing is no fieldset.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the table below holds a link for each line.
    <svg
      class="network-drawing"
      viewBox={`0 ${top} 1000 ${bottom - top}`}
      role="group"
      aria-label="Network; the table below holds the same"
      onClick={event => {
        const tie = (event.target as Element).closest('[data-tie]')?.getAttribute('data-tie')
        if (tie) follow(tie)
      }}
    >
      {ties.map(({pair, score, incidents, friendly, hostile}) => {
        const [a, b] = [places.get(pair[0])!, places.get(pair[1])!]
        const look = score < -0.5 ? 'hostile' : score > 0.5 ? 'friendly' : 'mixed'
        return (
          <g key={pair.join()} data-tie={pairPath(...pair)}>
            <line
              class={`tie ${look} ${dim(...pair) ? 'dim' : ''}`}
              x1={a.x}
              y1={a.y}
              x2={b.x}
              y2={b.y}
              stroke-width={Math.min(scale, 2) * (1.2 + 7 * Math.sqrt(incidents / strongest))}
            />
            <title>
              {`${names.get(pair[0])} and ${names.get(pair[1])}: ${signed(score)}, ${friendly} with and ${hostile} against each other`}
            </title>
          </g>
        )
      })}
      {parties.map(({id, name, incidents, camp}) => {
        const {x, y} = places.get(id)!
        const r = size(incidents)
        const shown = short(name)
        return (
          // biome-ignore lint/a11y/useSemanticElements: an HTML button cannot stand in a drawing.
          <g
            key={id}
            class={`party camp-${camp ?? 'none'} ${id === who ? 'chosen' : ''} ${dim(id) && !near.has(id) ? 'dim' : ''}`}
            role="button"
            tabindex={0}
            data-party={id}
            aria-pressed={id === who}
            aria-label={`${shown === name ? name : `${shown} (${name})`}, ${count(incidents, 'tie')}: show whom it is with and against`}
            onClick={() => setSearch({who: id === who ? null : id}, {replace: true})}
            onKeyDown={event => {
              if (event.key !== 'Enter' && event.key !== ' ') return
              event.preventDefault()
              setSearch({who: id === who ? null : id}, {replace: true})
            }}
          >
            <circle class="hit" cx={x} cy={y} r={Math.max(r + 6, 20 * scale)} />
            {camp === 1 ? (
              <rect x={x - r * 0.88} y={y - r * 0.88} width={r * 1.76} height={r * 1.76} />
            ) : (
              <circle cx={x} cy={y} r={r} />
            )}
            <text x={x} y={y + r + 15 * scale} text-anchor="middle">
              {shown}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
