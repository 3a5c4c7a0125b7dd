import type {BackgroundAnswer, NamedEra} from '../../../model/index.ts'
import {eraSpan, signed} from '../format.ts'

interface ErasProps {
  readonly background: BackgroundAnswer
  readonly comparePath: string
  readonly onEra: (era: NamedEra) => void
  readonly onSelect: (incident: string) => void
}

/** Stretches between change-points of the index: who led, how they stood, what parted each from the one before. */
export function Eras({background, comparePath, onEra, onSelect}: ErasProps) {
  const {eras, names} = background
  if (eras.length === 0) return <p class="faint">Too little is on record to part it into eras.</p>
  return (
    <>
      <p class="note">
        Parted where the level changes by more than chance.{' '}
        {eras.length > 1 && <a href={comparePath}>Compare them side by side</a>}
      </p>
      <table class="rows eras">
        <thead>
          <tr>
            <th scope="col">Era</th>
            <th scope="col" class="number">
              Level
            </th>
            <th scope="col" class="number">
              Change
            </th>
            <th scope="col" class="number">
              Incidents
            </th>
            <th scope="col">What it was about</th>
          </tr>
        </thead>
        <tbody>
          {eras.map(era => (
            <tr key={era.first}>
              <th scope="row">
                <button type="button" class="link" onClick={() => onEra(era)}>
                  {era.name}
                </button>
                <small> {eraSpan(era)}</small>
                {era.trigger && (
                  <small>
                    {' '}
                    <button type="button" class="link" onClick={() => onSelect(era.trigger!)}>
                      what parted it
                    </button>
                  </small>
                )}
              </th>
              <td class="number">{signed(era.level)}</td>
              <td class="number">{signed(era.change)}</td>
              <td class="number">{era.incidents}</td>
              <td>
                {era.themes
                  .slice(0, 4)
                  .map(theme => theme.replace(/_/g, ' '))
                  .join(', ')}
                {era.others.length > 0 && (
                  <small>
                    {' '}
                    with{' '}
                    {era.others
                      .slice(0, 4)
                      .map(id => names[id] ?? id)
                      .join(', ')}
                  </small>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
