import {docPath, type Page, pairPath} from '../router.ts'
import {pages} from './pages.ts'

interface RailProps {
  readonly page: Page['page']
  readonly lastDoc: string | null
  readonly lastPair: readonly [string, string] | null
}

export function Rail({page, lastDoc, lastPair}: RailProps) {
  const [record, ask, ...others] = pages
  const links: readonly {readonly name: string; readonly href: string | null; readonly page: Page['page']}[] = [
    record,
    ask,
    {name: 'Relation', href: lastPair ? pairPath(...lastPair) : null, page: 'relation'},
    {name: 'Reader', href: lastDoc ? docPath(lastDoc) : null, page: 'article'},
    ...others,
  ]
  return (
    <nav class="rail" aria-label="Pages">
      <ul>
        {links.map(({name, href, page: of}) => (
          <li key={name}>
            {href === null ? (
              <span class="faint">{name}</span>
            ) : (
              <a href={href} aria-current={page === of ? 'page' : undefined}>
                {name}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}
