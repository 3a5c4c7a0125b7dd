/** Sex that a title or role noun tells; `null`: either. */
export function sexOf(noun: string): 'm' | 'f' | null {
  if (
    /^(?:mrs|ms|miss|lady|dame|queen|princess|baroness|madame|sister|mother|daughter|wife|widow)$|wom[ae]n$|first lady|actress/.test(
      noun,
    )
  )
    return 'f'
  if (
    /^(?:mr|sir|lord|king|prince|sheikh|imam|brother|father|son|husband|ayatollah|mullah|maulana|pope)$|[^o]man$/.test(
      noun,
    )
  )
    return noun.endsWith('woman') ? 'f' : 'm'
  return null
}
