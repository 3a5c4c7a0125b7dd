/** A sentence of the program's own, such as an error or a hint; what stands between backticks is to be typed. */
export function Told({words}: {words: string}) {
  return <>{words.split('`').map((part, n) => (n % 2 === 0 ? part : <code key={n}>{part}</code>))}</>
}
