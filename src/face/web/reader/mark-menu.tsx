import {useEffect, useLayoutEffect, useRef, useState} from 'preact/hooks'
import type {ReaderAnswer} from '../../../model/index.ts'
import {Chrome} from '../correct/chrome.tsx'
import {Meant} from '../correct/meant.tsx'
import {Missed} from '../correct/missed.tsx'
import {NameForm} from '../entity/name-form.tsx'
import {publishedWords} from '../format.ts'
import {useMay} from '../write.ts'
import type {Marked} from './selection.ts'

interface MarkMenuProps {
  readonly answer: ReaderAnswer
  readonly marked: Marked
  readonly onClose: () => void
}

/** What may be done with words that a person has marked: cite them, say what was missed in them, whom they name, or that they are no part of the article. */
export function MarkMenu({answer, marked, onClose}: MarkMenuProps) {
  const {doc} = answer
  const [doing, setDoing] = useState<'missed' | 'meant' | 'chrome' | 'name' | null>(null)
  const [copied, setCopied] = useState(false)
  const [corrects, names] = [useMay('corrects'), useMay('names')]
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => setDoing(null), [marked])
  useLayoutEffect(() => {
    // The content security policy knows no style attribute; a property set by script is none.
    box.current?.style.setProperty('--left', `${marked.at.left}px`)
    box.current?.style.setProperty('--top', `${marked.at.bottom}px`)
  }, [marked])
  useEffect(() => setCopied(false), [marked])
  const cite = async () => {
    const {span, words} = marked
    const title = doc.title === null ? '' : `, “${doc.title}”`
    const day = publishedWords({published: doc.published.day, bounds: doc.published.bounds})
    const where = `${doc.url === null ? '' : ` ${doc.url}`} [sha256 ${doc.snapshot.sha256}, ${span.start}–${span.end}]`
    await navigator.clipboard.writeText(
      `“${words}” ${doc.outlet ?? 'outlet not stated'}${title}, ${day}.${where} ${location.origin}${location.pathname}`,
    )
    setCopied(true)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes it, as the button does.
    <div
      class="mark-menu"
      ref={box}
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onClose()
      }}
    >
      {doing === null && (
        <>
          <button type="button" onClick={cite}>
            {copied ? 'copied' : 'Copy citation'}
          </button>
          {corrects && (
            <button type="button" onClick={() => setDoing('missed')}>
              Something was missed …
            </button>
          )}
          {corrects && isMentioned(answer, marked) && (
            <button type="button" onClick={() => setDoing('meant')}>
              Somebody else is meant …
            </button>
          )}
          {names && (
            <button type="button" onClick={() => setDoing('name')}>
              Whom it names …
            </button>
          )}
          {corrects && (
            <button type="button" onClick={() => setDoing('chrome')}>
              No part of the article …
            </button>
          )}
        </>
      )}
      {doing === 'missed' && <Missed answer={answer} marked={marked} onDone={onClose} />}
      {doing === 'meant' && <Meant answer={answer} marked={marked} onDone={onClose} />}
      {doing === 'chrome' && <Chrome doc={doc.id} marked={marked} onDone={onClose} />}
      {doing === 'name' && <NameForm names={[marked.words]} onDone={onClose} />}
      <button type="button" class="quiet" aria-label="Close this menu" onClick={onClose}>
        ✕
      </button>
    </div>
  )
}

const isMentioned = ({reading}: ReaderAnswer, {span}: Marked) =>
  reading.mentions.some(each => each.span.start < span.end && span.start < each.span.end)
