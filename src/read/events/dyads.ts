import type {CodedEvent, Party} from '../../model/index.ts'

/**
 * The ordered pairs of one event: every actor with every recipient; where all stand together as actors ("A and B agreed"),
 * every two of them once. `null` where nobody is named.
 */
export function dyadsOf({
  actors,
  recipients,
}: Pick<CodedEvent, 'actors' | 'recipients'>): [Party | null, Party | null][] {
  if (recipients.length > 0) {
    if (actors.length === 0) return recipients.map(recipient => [null, recipient])
    return actors.flatMap(actor => recipients.map((recipient): [Party, Party] => [actor, recipient]))
  }
  if (actors.length < 2) return [[actors[0] ?? null, null]]
  return actors.flatMap((a, i) => actors.slice(i + 1).map((b): [Party, Party] => [a, b]))
}
