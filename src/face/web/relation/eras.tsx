import type {BackgroundAnswer, DescribedEra, OwnEra} from '../../../model/index.ts'
import {count, eraSpan, grouped, monthWords, signed, themeWords} from '../format.ts'
import {Heads} from '../frame/heads.tsx'
import {WideTable} from '../frame/wide-table.tsx'

interface ErasProps {
  readonly background: BackgroundAnswer
  readonly comparePath: string
  readonly onEra: (era: OwnEra) => void
  readonly onSelect: (incident: string) => void
}

/** Stretches between change-points of the index: who led, how they stood, what parted each from the one before. */
export function Eras({background, comparePath, onEra, onSelect}: ErasProps) {
  const {eras, own, names} = background
  if (eras.length + own.length === 0) return <p class="faint">Too little is on record to part it into eras.</p>
  return (
    <>
      <p class="note">
        Parted where the level changes by more than chance.{' '}
        {eras.length > 1 && <a href={comparePath}>Compare them side by side</a>}
      </p>
      <WideTable label="Eras">
        <table class="rows eras stacks">
          <Heads
            columns={['Era', ['Level', 'number'], ['Change', 'number'], ['Incidents', 'number'], 'What it was about']}
          />
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
                  {era.themes.slice(0, 4).map(themeWords).join(', ')}
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
        {own.length > 0 && <Own eras={own} onEra={onEra} />}
      </WideTable>
    </>
  )
}

/** An analyst's own eras, measured on the same index. */
function Own({eras, onEra}: {eras: readonly DescribedEra[]; onEra: (era: OwnEra) => void}) {
  return (
    <table class="rows own-eras stacks">
      <Heads
        columns={[
          'Your own',
          ['Level', 'number'],
          ['Change', 'number'],
          ['Incidents', 'number'],
          'Change-point nearest to its beginning',
        ]}
      />
      <tbody>
        {eras.map(({name, first, last, measured, incidents, nearest}) => (
          <tr key={`${first} ${name}`} data-own-era={first}>
            <th scope="row">
              <button type="button" class="link" onClick={() => onEra({name, first, last})}>
                {name}
              </button>
              <small> {eraSpan({first, last})}</small>
            </th>
            <td class="number">{measured === null ? 'outside' : signed(measured.level)}</td>
            <td class="number">{measured === null ? '–' : signed(measured.change)}</td>
            <td class="number">{grouped(incidents)}</td>
            <td>
              {nearest === null
                ? 'none'
                : nearest.months === 0
                  ? 'its first month'
                  : `${monthWords(nearest.month)}, ${count(Math.abs(nearest.months), 'month')} ${nearest.months > 0 ? 'later' : 'earlier'}`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
