import type {MarkPart} from '../../../model/index.ts'

const words: {readonly [part in MarkPart]: string} = {
  actor: 'who acts',
  recipient: 'to whom',
  cue: 'the act or the saying',
  day: 'when',
  place: 'where',
  figure: 'how many',
  source: 'who speaks',
  content: 'what is said',
}

/** What each kind of underlining stands for. */
export function Legend({parts}: {parts: readonly MarkPart[]}) {
  return (
    <p class="legend">
      {parts.map(part => (
        <span key={part} class={`part part-${part}`}>
          {words[part]}
        </span>
      ))}
    </p>
  )
}
