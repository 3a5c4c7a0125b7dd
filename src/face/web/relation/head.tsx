import {useRef} from 'preact/hooks'
import type {Direction, RelationView} from '../../../model/index.ts'
import {count, indexWords, monthWords, themeWords} from '../format.ts'
import {entityPath} from '../router.ts'

interface HeadProps {
  readonly answer: RelationView
  /** As chosen, while the answer to it may still be on its way. */
  readonly direction: string
  readonly theme: string | null
  readonly onDirection: (direction: Direction) => void
  readonly onTheme: (theme: string | null) => void
  readonly onWhy: (() => void) | null
}

/** Names, the latest value in words, and what is chosen. */
export function Head({answer, direction, theme, onDirection, onTheme, onWhy}: HeadProps) {
  const [a, b] = answer.pair
  const words = indexWords(answer.index.points)
  const latest = answer.index.points.at(-1)
  const lastMoved = answer.index.points.findLast(p => p.incidents > 0)
  // A filtered answer holds only the incidents of its theme, so the themes of the whole are remembered.
  const themes = useRef<readonly string[]>([])
  const found = answer.contexts
  if (answer.theme === null || themes.current.length === 0)
    themes.current = answer.theme === null || found.includes(answer.theme) ? found : [...found, answer.theme].sort()
  const arrow = answer.direction === 'a-to-b' ? '→' : answer.direction === 'b-to-a' ? '←' : '↔'
  return (
    <header class="relation-head">
      <h1>
        <a href={entityPath(a.id)}>{a.name}</a> <span class="arrow">{arrow}</span>{' '}
        <a href={entityPath(b.id)}>{b.name}</a>
      </h1>
      {words && latest && (
        <p class="latest">
          <strong class={`level ${latest.level < 0 ? 'cool' : 'warm'}`}>{words.value}</strong>
          <span>
            {monthWords(latest.month)}, {words.interval}
            {words.trend && `; ${words.trend}`}
            {lastMoved &&
              lastMoved.month !== latest.month &&
              `; nothing that counts since ${monthWords(lastMoved.month)}`}
            {onWhy && (
              <>
                {' · '}
                <button type="button" class="link" onClick={onWhy}>
                  why?
                </button>
              </>
            )}
          </span>
        </p>
      )}
      <div class="choices">
        <fieldset class="toggle">
          <legend class="unseen">Direction</legend>
          {(
            [
              ['both', 'both', `${a.name} and ${b.name}, both directions`],
              ['a-to-b', `${a.id} → ${b.id}`, `${a.name} towards ${b.name}`],
              ['b-to-a', `${b.id} → ${a.id}`, `${b.name} towards ${a.name}`],
            ] as const
          ).map(([value, short, long]) => (
            <label key={value} title={long}>
              <input
                type="radio"
                name="direction"
                value={value}
                aria-label={long}
                checked={direction === value}
                onChange={() => onDirection(value)}
              />
              <span>{short}</span>
            </label>
          ))}
        </fieldset>
        {themes.current.length > 0 && (
          <label class="theme-choice">
            Theme{' '}
            <select value={theme ?? ''} onChange={event => onTheme(event.currentTarget.value || null)}>
              <option value="">all</option>
              {themes.current.map(known => (
                <option key={known} value={known}>
                  {themeWords(known)}
                </option>
              ))}
            </select>
          </label>
        )}
        {answer.coverage.docs > 0 && (
          <span class="faint">
            {count(answer.coverage.docs, 'article')}, {count(answer.coverage.outlets, 'outlet')},{' '}
            {count(answer.coverage.origins, 'independent origin')}
          </span>
        )}
      </div>
    </header>
  )
}
