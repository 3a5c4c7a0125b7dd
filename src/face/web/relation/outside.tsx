import type {OutsideAnswer} from '../../../model/index.ts'
import {useLoaded} from '../load.ts'
import {outsideWords} from './outside-words.ts'

/** What imported tables of other projects tell of the two: counts alone, because there is no text to open. Nothing where they tell nothing. */
export function Outside({path}: {path: string}) {
  const loaded = useLoaded<OutsideAnswer>(path)
  if (loaded.state !== 'there' || loaded.value.tellings === 0) return null
  const {sum, sources} = outsideWords(loaded.value)
  return (
    <section class="outside" aria-label="Told by other projects, without a text">
      <h2>Told by other projects, without a text</h2>
      <p class="note">{sum}</p>
      <ul>
        {sources.map(words => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      <p class="faint">
        Not in the index, the incidents or the statements above. <a href={path}>JSON</a>
      </p>
    </section>
  )
}
