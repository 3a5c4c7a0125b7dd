import {useState} from 'preact/hooks'

/** Ways to take an answer along: its address, Markdown with footnotes, paper. */
export function TakeAlong({search}: {search: string}) {
  const [copied, setCopied] = useState<string | null>(null)
  const copy = () => navigator.clipboard.writeText(location.href).then(() => setCopied(location.href))
  return (
    <p class="actions take-along">
      <button type="button" onClick={copy}>
        {copied === location.href ? 'Link copied' : 'Copy link'}
      </button>
      <a href={`/q.md${search}`} download="">
        Markdown with footnotes
      </a>
      <button type="button" onClick={() => print()}>
        Print
      </button>
    </p>
  )
}
