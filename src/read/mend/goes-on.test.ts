import {expect, test} from 'vitest'
import {drawn} from './drawn.ts'

const said = (subject: string, verb: string, second: string) =>
  drawn(`Chad|NNP|1|nsubj said|VBD|-1|root|say ${subject}|3|nsubj ${verb}|1|ccomp and|CC|5|cc ${second} Mali|NNP|5|obj`)

test('who says that a thing is so accuses somebody himself', () => {
  expect(said('talks|NNS', 'failed|VBD', 'accused|VBN|3|conj|accuse')).toContain('accused:conj:said')
  expect(said('rebel|NNS', 'failed|VBD', 'accused|VBN|3|conj|accuse')).toContain('accused:conj:failed')
  expect(said('talks|NNS', 'failed|VBD', 'moved|VBN|3|conj|move')).toContain('moved:conj:failed')
})

test('a past tense is no second half of a clause in the present', () => {
  expect(said('rebels|NNS', 'know|VBP', 'accused|VBD|3|conj|accuse')).toContain('accused:conj:said')
})

test('a name behind the verb is its object', () => {
  expect(
    drawn(
      'Chad|NNP|1|nsubj said|VBD|-1|root|say talks|NNS|3|nsubj failed|VBD|1|ccomp and|CC|5|cc accused|VBN|3|conj|accuse Mali|NNP|3|conj',
    ),
  ).toContain('Mali:obj:accused')
})
