import {docPath, type Page, pairPath} from '../router.ts'

interface RailProps {
  readonly page: Page['page']
  readonly lastDoc: string | null
  readonly lastPair: readonly [string, string] | null
}

export function Rail({page, lastDoc, lastPair}: RailProps) {
  const links = [
    {name: 'Record', href: '/', here: page === 'home'},
    {name: 'Ask', href: '/q', here: page === 'question'},
    {name: 'Relation', href: lastPair ? pairPath(...lastPair) : null, here: page === 'relation'},
    {name: 'Reader', href: lastDoc ? docPath(lastDoc) : null, here: page === 'article'},
  ]
  return (
    <nav class="rail" aria-label="Pages">
      <ul>
        {links.map(({name, href, here}) => (
          <li key={name}>
            {href === null ? (
              <span class="faint">{name}</span>
            ) : (
              <a href={href} aria-current={here ? 'page' : undefined}>
                {name}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}
