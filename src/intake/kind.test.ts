import {expect, test} from 'vitest'
import type {KindSigns} from './kind.ts'
import {kindOf} from './kind.ts'

const none: KindSigns = {title: null, types: [], sections: [], paragraphs: [], wire: false}
const long = (sentence: string) => [Array.from({length: 12}, () => sentence).join(' ')]

test.each<[string, Partial<KindSigns>, string]>([
  ['nothing', {}, 'unknown'],
  ['a section', {sections: ['Opinion']}, 'opinion'],
  ['a type', {types: ['AnalysisNewsArticle', 'NewsArticle']}, 'analysis'],
  ['a label in the title', {title: 'Explainer: how the two rivers were parted'}, 'analysis'],
  ['a question for a title', {title: 'Will the two ports ever open again?'}, 'analysis'],
  ['a transcript', {title: 'Full text: remarks by the president in Tarn'}, 'speech'],
  ['a wire report', {wire: true}, 'report'],
  [
    'people quoted on weekdays',
    {paragraphs: long('The minister said on Monday that the crossing would open, officials told reporters.')},
    'report',
  ],
  [
    'a first person',
    {paragraphs: long('I crossed the bridge with my father, and I must say that we should be ashamed of it.')},
    'opinion',
  ],
  [
    'an address to a hall',
    {
      paragraphs: [
        'Ladies and gentlemen, members of the forum,',
        ...long('We have come far, and I thank you for it, my friends.'),
      ],
    },
    'speech',
  ],
])('%s', (_, signs, kind) => expect(kindOf({...none, ...signs})).toBe(kind))
