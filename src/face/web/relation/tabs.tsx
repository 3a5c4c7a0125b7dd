import type {ComponentChildren} from 'preact'

interface TabsProps {
  /** Some tabs are still to come. */
  readonly busy: boolean
  readonly chosen: string
  readonly onChoose: (id: string) => void
  readonly tabs: readonly {readonly id: string; readonly title: string; readonly body: () => ComponentChildren}[]
}

export function Tabs({chosen, busy, onChoose, tabs}: TabsProps) {
  const at = Math.max(
    0,
    tabs.findIndex(t => t.id === chosen),
  )
  const shown = tabs[at]
  const press = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (by === 0) return
    const next = tabs[(at + by + tabs.length) % tabs.length]
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
            aria-controls="tab-body"
            tabIndex={tab === shown ? 0 : -1}
            onClick={() => onChoose(tab.id)}
            onKeyDown={press}
          >
            {tab.title}
          </button>
        ))}
      </div>
      <div id="tab-body" role="tabpanel" aria-labelledby={`tab-${shown.id}`}>
        {shown.body()}
      </div>
    </div>
  )
}
