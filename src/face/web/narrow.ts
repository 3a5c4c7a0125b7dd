import {useEffect, useState} from 'preact/hooks'

const narrow = '(max-width: 40rem)'

/** Whether the window is as narrow as a phone. */
export function useNarrow(): boolean {
  const [is, setIs] = useState(() => matchMedia(narrow).matches)
  useEffect(() => {
    const media = matchMedia(narrow)
    const update = () => setIs(media.matches)
    media.addEventListener('change', update)
    return () => media.removeEventListener('change', update)
  }, [])
  return is
}
