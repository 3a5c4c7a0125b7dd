import type {Place} from '../router.ts'

/** Leads to the data of the page: the same address with `.json` at its end. */
export function TwinLink({place}: {place: Place}) {
  const path = place.path === '/' ? '/index' : place.path.replace(/\/compare$/, '/background')
  return (
    <footer class="twin">
      <a href={`${path}.json${place.search}`}>This page as JSON</a>
    </footer>
  )
}
