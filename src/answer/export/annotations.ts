import type {Told} from '../../model/index.ts'

/** How many characters of the text stand beside a quotation, so that it can be found again where the page has changed. */
const around = 32

/**
 * W3C Web Annotation: one annotation a telling, with the quotation and its place. Positions count Unicode code points, as the
 * standard asks; `utf16` are the code units of JavaScript. The link ends in a text fragment.
 */
export function annotationOf(told: Told, text: string): object {
  const {id, doc, start, end, words, sha256} = told
  const points = (at: number) => [...text.slice(0, at)].length
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `urn:detente:${id}`,
    type: 'Annotation',
    motivation: 'classifying',
    body: [
      {
        type: 'TextualBody',
        purpose: 'classifying',
        value: told.mode === null ? told.event : `${told.event}/${told.mode}`,
      },
      ...[...told.actors, ...told.recipients].flatMap(({wikidata}) =>
        wikidata === null
          ? []
          : [{type: 'SpecificResource', purpose: 'identifying', source: `http://www.wikidata.org/entity/${wikidata}`}],
      ),
    ],
    target: {
      type: 'SpecificResource',
      source: doc.url ?? `urn:sha256:${sha256}`,
      state: {type: 'RequestHeaderState', value: `digest: sha-256=${sha256}`},
      selector: [
        {
          type: 'TextQuoteSelector',
          exact: words,
          prefix: text.slice(Math.max(0, start - around), start),
          suffix: text.slice(end, end + around),
        },
        {type: 'TextPositionSelector', start: points(start), end: points(end), utf16: [start, end]},
      ],
    },
    ...(doc.url === null ? {} : {'schema:url': `${doc.url}#:~:text=${fragment(words)}`}),
  }
}

/** `-` separates the parts of a text fragment and must be written out. */
const fragment = (words: string) => encodeURIComponent(words).replaceAll('-', '%2D')
