import {useEffect, useState} from 'preact/hooks'
import type {Failure} from '../load.ts'
import {send} from '../write.ts'

/** How long typing must rest before the preview is asked for, in milliseconds. */
const rest = 300

/** What the server says that a form would do: of just what stands in it (`null`: it is not filled), never of what stood there before. */
export function usePreview<T>(
  path: string,
  given: {readonly [name: string]: unknown} | null,
): {readonly preview: T | null; readonly failure: Failure | null} {
  const [known, setKnown] = useState<{asked: string; preview: T | null; failure: Failure | null} | null>(null)
  const asked = given && JSON.stringify(given)
  useEffect(() => {
    if (asked === null) return
    let current = true
    const timer = setTimeout(() => {
      send<T>(path, JSON.parse(asked)).then(
        preview => current && setKnown({asked, preview, failure: null}),
        failure => current && setKnown({asked, preview: null, failure: failure as Failure}),
      )
    }, rest)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [path, asked])
  return known !== null && known.asked === asked ? known : {preview: null, failure: null}
}
