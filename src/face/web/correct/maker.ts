const place = 'detente:maker'

/** The name under which corrections are made here; empty until one was. */
export const maker = () => localStorage.getItem(place) ?? ''

export const rememberMaker = (name: string) => localStorage.setItem(place, name.trim())
