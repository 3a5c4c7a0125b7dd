import type {ComponentChildren} from 'preact'

interface TabsProps {
  /** Some tabs are still to come. */
  readonly busy: boolean
  readonly chosen: string
  readonly onChoose: (id: string) => void
  readonly tabs: readonly {readonly id: string; readonly title: string; readonly body: () => ComponentChildren}[]
}

export function Tabs({chosen, busy, onChoose, tabs}: TabsProps) {
  const found = tabs.findIndex(t => t.id === chosen)
  // A tab that is still to come is waited for; another in its place would only flash.
  const at = found < 0 && !busy ? 0 : found
  const shown = tabs[at] ?? null
  const press = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (by === 0) return
    const next = tabs[(Math.max(0, at) + by + tabs.length) % tabs.length]
    onChoose(next.id)
    document.getElementById(`tab-${next.id}`)?.focus()
  }
  return (
    <div class="tabs" aria-busy={busy}>
      <div role="tablist" aria-label="What lies behind the index">
        {tabs.map(tab => (
          <button
            key={tab.id}
            id={`tab-${tab.id}`}
            type="button"
            role="tab"
            aria-selected={tab === shown}
            aria-controls={shown === null ? undefined : 'tab-body'}
            tabIndex={tab === (shown ?? tabs[0]) ? 0 : -1}
            onClick={() => onChoose(tab.id)}
            onKeyDown={press}
          >
            {tab.title}
          </button>
        ))}
      </div>
      {shown === null ? (
        <p class="faint" role="status">
          Loading …
        </p>
      ) : (
        <div id="tab-body" role="tabpanel" aria-labelledby={`tab-${shown.id}`}>
          {shown.body()}
        </div>
      )}
    </div>
  )
}
