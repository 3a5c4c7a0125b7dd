import {loadLexicon} from '../../lexicon/index.ts'
import type {Doc} from '../../model/index.ts'
import {loadEnglish, parse, Tree} from '../../text/index.ts'
import {findDays} from '../days/find.ts'
import {startWork, type Work} from '../work.ts'
import {findMentions} from './find.ts'

/** Reads days and mentions of a bare text, for tests and trials. Paragraphs are parted by a blank line. */
export function read(text: string, published: string | null): Work {
  const work = workOf(text, published)
  findDays(work)
  findMentions(work)
  return work
}

export function workOf(text: string, published: string | null): Work {
  const spans = [...text.matchAll(/[^\n](?:.|\n(?!\n))*/g)].map(({0: part, index}) => ({
    start: index,
    end: index + part.length,
  }))
  const doc: Doc = {
    id: 'doc_0',
    snapshot: {sha256: '', bytes: 0, mediaType: 'text/plain', charset: 'utf-8'},
    url: null,
    title: null,
    outlet: null,
    republisher: null,
    translator: null,
    byline: null,
    credits: [],
    language: 'en',
    kind: 'unknown',
    text,
    blocks: spans.map(span => ({kind: 'paragraph', span})),
    cut: [],
    published: {day: published, bounds: {first: null, last: null, why: []}, candidates: []},
    notes: [],
  }
  const trees = parse(loadEnglish({net: false}), text, spans).map(sentence => new Tree(sentence))
  return startWork(doc, loadLexicon(), trees)
}
