import {currentTheme} from '../theme.ts'

export function ThemeButton({onToggle}: {onToggle: () => void}) {
  const other = currentTheme() === 'dark' ? 'light' : 'dark'
  return (
    <button
      type="button"
      class="quiet"
      aria-label={`Switch to ${other}`}
      title={`Switch to ${other} (t)`}
      onClick={onToggle}
    >
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" stroke-width="1.5" />
        <path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" />
      </svg>
    </button>
  )
}
