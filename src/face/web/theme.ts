export type Theme = 'light' | 'dark'

const place = 'detente:theme'

export function currentTheme(): Theme {
  const chosen = document.documentElement.dataset.theme
  if (chosen === 'light' || chosen === 'dark') return chosen
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

/** Applies the theme that was chosen before; without one the system's holds. */
export function restoreTheme(): void {
  const chosen = localStorage.getItem(place)
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen
}

export function toggleTheme(): Theme {
  const theme = currentTheme() === 'dark' ? 'light' : 'dark'
  document.documentElement.dataset.theme = theme
  localStorage.setItem(place, theme)
  return theme
}

/** Paper is white: what is printed is light, whatever the screen is. */
export function printInLight(): void {
  let screen: string | undefined
  addEventListener('beforeprint', () => {
    screen = document.documentElement.dataset.theme
    document.documentElement.dataset.theme = 'light'
  })
  addEventListener('afterprint', () => {
    if (screen === undefined) delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = screen
  })
}
