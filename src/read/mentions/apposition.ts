import {addOffice, isTitle} from './people.ts'
import type {Discourse} from './discourse.ts'
import type {Draft} from './draft.ts'
import {nearMissBeside} from './near-miss.ts'
import {sexOf} from './sex.ts'
import type {Tree} from '../../text/index.ts'

/**
 * Joins a name and what stands in apposition to it: "Kamran Bukhari, director of …", "his counterpart, Ali Shamkhani",
 * "X, a defence expert and former defence secretary of Pakistan".
 */
export function joinAppositions(discourse: Discourse, tree: Tree, drafts: readonly Draft[]): void {
  for (const [n, noun] of drafts.entries()) {
    // A body is no person: "the chairman of the Senate, X".
    if (!noun.noun || noun.plural || !isTitle(noun.noun)) continue
    // "Peter Navarro, the president's adviser" is not the president.
    if (noun.last + 1 < tree.length && tree.xpos(noun.last + 1) === 'POS') continue
    const person = partner(discourse, tree, drafts, n)
    if (!person) continue
    const meant = person.reason === 'found-name' ? nearMissBeside(discourse, noun.noun, noun.owner, person) : null
    if (meant !== null) {
      discourse.introduce(meant, discourse.people.get(person.entities[0])?.words ?? [])
      const [said] = person.entities
      for (const draft of drafts) if (draft.entities[0] === said) draft.entities = [meant]
    }
    const id = person.entities[0]
    const known = discourse.people.get(id)
    if (!known) continue
    const told = noun.entities[0] ? discourse.work.entities.get(noun.entities[0]) : undefined
    addOffice(known, noun.noun, told?.country ?? null, noun.former)
    known.sex ??= sexOf(noun.noun.noun)
    const sector = noun.former ? null : (told?.sector ?? noun.noun.sector)
    discourse.refine(id, {
      kind: 'person',
      country: told?.country ?? null,
      sector: instituteNear(discourse, drafts, noun) ? 'EDU' : sector,
    })
    noun.entities = [id]
    noun.reason = 'apposition'
    noun.antecedent = person
    noun.sector = null
    noun.open = false
  }
}

/** "Bae Soo-kyung, who studies … at the Imjin Policy Forum": found people of an institute. */
export function joinScholars(discourse: Discourse, drafts: readonly Draft[]): void {
  for (const [n, person] of drafts.entries()) {
    const entity = discourse.work.entities.get(person.entities[0])
    if (entity?.kind !== 'person' || entity.sector !== null || !entity.id.startsWith('~')) continue
    const next = drafts[n + 1]
    if (!next || discourse.work.entities.get(next.entities[0])?.kind !== 'institute') continue
    const between = discourse.work.doc.text.slice(person.end, next.start)
    if (/^, who\b[^,.;]*\b(?:at|with|for) (?:the )?$|^,? (?:of|at|from|with) (?:the )?$/.test(between))
      discourse.refine(entity.id, {sector: 'EDU'})
  }
}

/** "director of the New Lines Institute": what the institute is, its director is too. */
function instituteNear(discourse: Discourse, drafts: readonly Draft[], noun: Draft): boolean {
  return drafts.some(({start, entities}) => {
    const kind = discourse.work.entities.get(entities[0])?.kind
    return kind === 'institute' && start >= noun.start && start - noun.end < 12
  })
}

function partner(discourse: Discourse, tree: Tree, drafts: readonly Draft[], n: number): Draft | null {
  const noun = drafts[n]
  const isPerson = (draft: Draft) =>
    !draft.noun && draft.entities.length === 1 && discourse.work.entities.get(draft.entities[0])?.kind === 'person'
  const beside = drafts.find(person => isPerson(person) && introduces(tree, noun.last, person))
  if (beside) return beside
  // A second description coordinated with the first.
  if (tree.rel(noun.head) === 'conj') {
    const first = drafts.find(({head, reason}) => head === tree.shared(noun.head) && reason === 'apposition')
    if (first?.antecedent) return first.antecedent
  }
  for (const person of drafts) {
    if (!isPerson(person)) continue
    const hangs = tree.rel(noun.head) === 'appos' && tree.head(noun.head) === person.head
    const named = tree.rel(person.head) === 'appos' && tree.head(person.head) === noun.head
    if (hangs || named) return person
    if (person.last < noun.first && follows(tree, person.last, noun.first)) return person
    if (
      noun.last < person.first &&
      person.first - noun.last === 2 &&
      tree.form(noun.last + 1) === ',' &&
      closes(tree, person.last)
    )
      return person
  }
  return null
}

/** "The chairman of the Senate, Wali Daud, became": between two commas right after the noun and its owner. */
function introduces(tree: Tree, last: number, person: Draft): boolean {
  const comma = person.first - 1
  if (comma <= last || comma - last > 7 || tree.form(comma) !== ',') return false
  if (person.last + 1 >= tree.length || tree.form(person.last + 1) !== ',') return false
  if (comma > last + 1 && tree.form(last + 1) !== 'of') return false
  for (let t = last + 2; t < comma; t++) if (!/^(?:DET|ADJ|NOUN|PROPN)$/.test(tree.upos(t))) return false
  return true
}

/** Only a comma, an article and modifiers stand between name and description. */
function follows(tree: Tree, last: number, first: number): boolean {
  if (tree.form(last + 1) !== ',' || tree.form(last + 2).toLowerCase() === 'whose') return false
  for (let t = last + 2; t < first; t++) {
    const tag = tree.upos(t)
    if (
      tag !== 'DET' &&
      tag !== 'ADJ' &&
      tag !== 'PRON' &&
      tag !== 'PART' &&
      !/^(?:then|once|now|also)$/.test(tree.form(t)) &&
      !/^(?:NN|JJ|VBN|NNP)/.test(tree.xpos(t))
    )
      return false
    // "Its chief, X, named a judge": a verb with its object.
    if (tree.xpos(t) === 'VBN' && t + 1 < first && tree.upos(t + 1) === 'DET') return false
  }
  return first - last <= 8
}

const closes = (tree: Tree, last: number) =>
  last + 1 >= tree.length || tree.upos(last + 1) === 'PUNCT' || tree.upos(last + 1) === 'VERB'
