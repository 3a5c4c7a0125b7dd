import {expect, test} from 'vitest'
import {labelOf} from './labels.ts'

test.each([
  ['Advertisement', 'advertisement'],
  ['Story continues below advertisement', 'advertisement'],
  ['Read more: The bridge that nobody wanted', 'related-post'],
  ['ALSO READ | The price of flour', 'related-post'],
  ['Subscribe', 'subscribe-box'],
  ['Sign up for our free morning newsletter', 'subscribe-box'],
  ['Share this:', 'share-bar'],
  ['Follow us on Telegram', 'share-bar'],
  ['Leave a Reply', 'comment'],
  ['Tags: border, trade', 'tags'],
  ['(Image credit: Harbour Post)', 'caption'],
  ['© 2024 The Harbour Post', 'footer'],
  ['Skip to content', 'navigation'],
  ['https://example.org/2024/x', 'other'],
])('%s is %s', (text, reason) => expect(labelOf(text)?.reason).toBe(reason))

test.each([
  'Share prices fell in both capitals.',
  'Read the treaty, and you will see why nobody signs it.',
  'Subscribe to this view and you must accept the war.',
  'Comment on the raid was refused by both ministries.',
  'More than 400 people died, the governor said.',
  'More troops were sent to the border on Sunday.',
  'Related talks on water will be held in spring.',
  'Watch towers were built along the river.',
  'Follow the money, said the prosecutor.',
  'Topics of the summit were kept secret.',
])('%s is text', text => expect(labelOf(text)).toBeNull())
