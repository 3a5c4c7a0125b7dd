import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {fetchFeed, readFeed} from './feed.ts'

const read = (text: string, url = 'https://a.example/feed') =>
  readFeed({url, bytes: new TextEncoder().encode(text), charset: null})

const rss = `<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour &amp; Hills</title><link>https://a.example</link>
<item><title>Talks &lt;b&gt;resume&lt;/b&gt;</title><link>https://a.example/1#top</link><pubDate>Tue, 01 Apr 2025 23:30:00 -0500</pubDate></item>
<item><title>The same again</title><link>https://a.example/1</link></item>
<item><title>By its guid</title><guid>https://a.example/2</guid><pubDate>Wed, 02 Apr 2025 10:00:00</pubDate></item>
<item><title>No page</title><link>javascript:alert(1)</link></item>
<item><title>Nothing</title></item></channel></rss>`

describe('a feed', () => {
  test('in RSS: each address once, days in UTC where a zone is named, what has no page is counted', () => {
    expect(read(rss)).toEqual({
      url: 'https://a.example/feed',
      title: 'Harbour & Hills',
      entries: [
        {url: 'https://a.example/1', title: 'Talks <b>resume</b>', published: '2025-04-02'},
        {url: 'https://a.example/2', title: 'By its guid', published: null},
      ],
      without: 2,
    })
  })

  test('in Atom, RDF and JSON', () => {
    const one = [{url: 'https://a.example/1', title: 'Talks', published: '2025-04-01'}]
    expect(
      read(
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><title>Talks</title><link rel="self" href="/x"/><link rel="alternate" href="/1"/><updated>2025-04-01T00:00:00Z</updated></entry></feed>',
      ).entries,
    ).toEqual(one)
    expect(
      read(
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>T</title></channel><item rdf:about="y"><title>Talks</title><link>https://a.example/1</link><dc:date>2025-04-01T00:00:00Z</dc:date></item></rdf:RDF>',
      ).entries,
    ).toEqual(one)
    expect(
      read(
        '{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[{"id":"1","url":"https://a.example/1","title":"Talks","date_published":"2025-04-01T00:00:00Z"}]}',
      ).entries,
    ).toEqual(one)
  })

  test('of a text that is none says so, whatever it is', () => {
    for (const text of ['', 'no feed', '{"a":1}', '<a/>', '<rss', '[]'])
      expect(() => read(text), text).toThrow(/expected RSS, Atom or JSON Feed/)
  })

  test('does not open entities of its own making', () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "${'lol'.repeat(100)}"><!ENTITY b "${'&a;'.repeat(100)}"><!ENTITY c "${'&b;'.repeat(100)}"><!ENTITY f SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><title>&c;&f;</title><item><title>Talks</title><link>https://a.example/1</link></item></channel></rss>`
    const found = (() => {
      try {
        return read(bomb).title ?? ''
      } catch (error) {
        return (error as Error).message
      }
    })()
    expect(found.length).toBeLessThan(1000)
    expect(found).not.toContain('root:')
  })
})

describe('at an address', () => {
  const pages: {readonly [path: string]: readonly [string, string]} = {
    '/feed': ['application/rss+xml', rss],
    '/page': ['text/html', '<!doctype html><head><link rel="alternate" type="application/rss+xml" href="feed"></head>'],
    '/bare': ['text/html', '<!doctype html><title>No feed here</title>'],
  }
  const server = createServer((request, response) => {
    const found = pages[request.url ?? '']
    if (found) response.setHeader('content-type', found[0]).end(found[1])
    else response.writeHead(404).end()
  })
  let base = ''
  beforeAll(async () => {
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => server.close())
  const options = {allowPrivate: true}

  test('a page leads to the feed that it names; one that names none is refused, and so is a private address', async () => {
    expect((await fetchFeed(`${base}/feed`, options)).entries).toHaveLength(2)
    expect((await fetchFeed(`${base}/page`, options)).url).toBe(`${base}/feed`)
    await expect(fetchFeed(`${base}/bare`, options)).rejects.toThrow(/a page that names none/)
    await expect(fetchFeed(`${base}/none`, options)).rejects.toThrow(/expected status 200, found 404/)
    await expect(fetchFeed(`${base}/feed`)).rejects.toThrow(/expected a public address/)
  })
})
