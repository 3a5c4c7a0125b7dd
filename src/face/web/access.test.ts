import {expect, test} from 'vitest'
import {everyPage, settled, violationsOf} from './browser.ts'
import {onSite} from './on-site.testing.ts'

const looks = [
  {name: 'wide and light', options: {colorScheme: 'light'}},
  {name: 'wide and dark', options: {colorScheme: 'dark'}},
  {name: 'on a phone', options: {viewport: {width: 390, height: 844}, isMobile: true, hasTouch: true}},
] as const

/** WCAG 2.2 A and AA as far as a machine can tell, on every page and in every look. */
onSite('axe-core finds nothing', ({open}) => {
  const shown = looks.flatMap(({name, options}) => everyPage.map(path => ({name, options, path})))
  test.each(shown)('$name: $path', async ({options, path}) => {
    // The content security policy keeps axe out as it does everyone; a test may look past it.
    const page = await open(path, {...options, bypassCSP: true})
    await settled(page)
    expect(await violationsOf(page)).toEqual([])
  })
})
