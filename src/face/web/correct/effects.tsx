import type {CorrectionPreview} from '../../../model/index.ts'
import {count} from '../format.ts'

/** What a correction would do, before it is saved. */
export function Effects({preview}: {preview: CorrectionPreview | null}) {
  if (preview === null) return <p class="faint effects">Working out what it would change …</p>
  const {incidents, effects, words} = preview
  const moved = [
    incidents.gone.length > 0 && `${count(incidents.gone.length, 'incident')} would go`,
    incidents.come.length > 0 && `${incidents.come.length} would come`,
    incidents.changed.length > 0 && `${incidents.changed.length} would tell otherwise`,
  ].filter(Boolean)
  return (
    <div class="effects" role="status">
      <p>
        <strong>{words}</strong>
        {moved.length > 0 && `: ${moved.join(', ')}`}
      </p>
      {effects.length === 0 ? (
        <p class="faint">No index moves.</p>
      ) : (
        <ul class="plain-list">
          {effects.map(effect => (
            <li key={effect.pair.join()}>{effect.words}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
