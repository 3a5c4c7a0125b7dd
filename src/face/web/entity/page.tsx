import {nameWords} from '../../../model/act-words.ts'
import type {EntityAnswer, EntityView, Role, StatementShelf} from '../../../model/index.ts'
import {count, dayWords, grouped, proseOf, publishedWords} from '../format.ts'
import {Exports} from '../frame/exports.tsx'
import {Failed} from '../frame/failed.tsx'
import {Loading} from '../frame/loading.tsx'
import {NothingYet, useEmptyRecord} from '../frame/nothing-yet.tsx'
import {useLoaded} from '../load.ts'
import {Naming} from './naming.tsx'
import {StatementItem} from '../relation/statement-item.tsx'
import {useTitle} from '../title.ts'
import {docPath, entityPath, pairPath, setSearch, withSearch} from '../router.ts'

const namesShown = 8

function roleDays({since, until}: Role): string {
  if (since === null && until === null) return 'days not known'
  if (until === null) return `since ${dayWords(since!)}`
  return since === null ? `until ${dayWords(until)}` : `${dayWords(since)} – ${dayWords(until)}`
}

/** `un ambassador` → UN ambassador. */
const officeWords = (role: string) => role.replace(/\b(?:un|eu|nato)\b/g, name => name.toUpperCase())

const inOffice = ({until}: Role) => until === null

/** More terms than these are folded. */
const mostOpen = 12

/** Terms of office: who or what of, and when. */
function Roles({of, roles}: {of: string; roles: EntityAnswer['roles']}) {
  return (
    <ul class="plain-list">
      {roles.map((role, i) => (
        <li key={i}>
          {officeWords(role.role)}, <a href={entityPath(role.of === of ? role.entity : role.of)}>{role.name}</a>{' '}
          <small>{roleDays(role)}</small>
        </li>
      ))}
    </ul>
  )
}

/** How it is printed, the commonest first; a long list is folded. */
function Names({names}: {names: readonly string[]}) {
  if (names.length === 0) return null
  const words = (list: readonly string[]) => list.join(' · ')
  if (names.length <= namesShown) return <p class="faint">printed as {words(names)}</p>
  return (
    <details class="faint">
      <summary>
        printed as {words(names.slice(0, namesShown))} and {names.length - namesShown} others
      </summary>
      {words(names.slice(namesShown))}
    </details>
  )
}

interface ShelfProps {
  readonly title: string
  readonly shelf: StatementShelf
  readonly selected: string | null
  readonly path: string
  readonly search: string
}

/** Statements, each once; the newest of many until all are asked for. */
function Shelf({title, shelf, selected, path, search}: ShelfProps) {
  const {shown, different, printings} = shelf
  return (
    <section>
      <h2>{title}</h2>
      {shown.length === 0 && <p class="faint">None in the record.</p>}
      <ul class="statement-list">
        {shown.map(({row, times}) => (
          <StatementItem
            key={row.id}
            row={row}
            times={times}
            selected={row.id === selected}
            onSelect={sel => setSearch({sel})}
          />
        ))}
      </ul>
      {different > shown.length && (
        <p class="note">
          The newest {shown.length} of {grouped(different)}.{' '}
          <button type="button" class="link" onClick={() => setSearch({statements: 'all'}, {replace: true})}>
            Show all
          </button>
        </p>
      )}
      <Exports path={path} search={search} rows={printings} note="every printing" />
    </section>
  )
}

/** Who it is, which offices it held, with whom it deals, what it says and what is said of it. */
export function EntityPage({id, search}: {id: string; search: URLSearchParams}) {
  const asOf = withSearch('', {asof: search.get('asof')})
  const loaded = useLoaded<EntityView>(
    `/x/${encodeURIComponent(id)}/view.json${withSearch(asOf, {statements: search.get('statements')})}`,
  )
  const view = loaded.state === 'there' ? loaded.value : loaded.state === 'loading' ? loaded.last : null
  const nothing = useEmptyRecord()
  useTitle(view?.entity.name ?? id)
  if (loaded.state === 'failed') return <Failed failure={loaded.failure} />
  if (view === null) return <Loading what="the entity" />
  const path = entityPath(id)
  const selected = search.get('sel')
  const {entity, names, added, roles, partners, statements, about, flags} = view
  return (
    <section class="page entity" aria-busy={loaded.state === 'loading'}>
      <p class="kicker">
        {entity.kind.replace(/-/g, ' ')}
        {entity.country && entity.country !== entity.id && ` · ${entity.country}`}
        {entity.sector && entity.kind !== 'state' && ` · ${entity.sector}`}
      </p>
      <h1>{nameWords(entity.name)}</h1>
      <Names names={names.filter(name => name !== entity.name)} />
      <Naming entity={entity} names={names} added={added} />
      {nothing && <NothingYet />}
      <div class="home-columns">
        <section>
          <h2>Relations</h2>
          {partners.length === 0 && <p class="faint">None in the record.</p>}
          <ul class="plain-list">
            {partners.map(p => (
              <li key={p.entity}>
                <a href={pairPath(entity.id, p.entity)}>{nameWords(p.name)}</a>{' '}
                <small>{count(p.incidents, 'incident')}</small>
              </li>
            ))}
          </ul>
          <Exports path={`${path}/partners`} search={asOf} rows={partners.length} />
        </section>
        <section>
          <h2>Offices</h2>
          {roles.length === 0 && <p class="faint">None in the tables.</p>}
          <Roles of={entity.id} roles={roles.filter(inOffice)} />
          {roles.some(role => !inOffice(role)) && (
            <details open={roles.length <= mostOpen}>
              <summary>{count(roles.filter(role => !inOffice(role)).length, 'earlier term')}</summary>
              <Roles of={entity.id} roles={roles.filter(role => !inOffice(role))} />
            </details>
          )}
          <Exports path={`${path}/offices`} search={asOf} rows={roles.length} />
        </section>
      </div>
      {flags.length > 0 && (
        <section>
          <h2>Role conflicts</h2>
          <ul class="plain-list">
            {flags.map((flag, i) => (
              <li key={i}>
                {proseOf(flag.message)}{' '}
                <a href={docPath(flag.doc.id)}>
                  {flag.doc.title ?? flag.doc.id}, {publishedWords(flag.doc)}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Shelf title="What it says" shelf={statements} selected={selected} path={`${path}/statements`} search={asOf} />
      <Shelf title="What others say of it" shelf={about} selected={selected} path={`${path}/about`} search={asOf} />
      {statements.printings + about.printings > 0 && (
        <p class="note">Is one of these somebody else? Open its article, mark the name there, and say who is meant.</p>
      )}
    </section>
  )
}
