import {describe, expect, it} from 'vitest'
import type {Sentence} from '../model/index.ts'
import {Tree} from './tree.ts'

/** A tree from rows of `form lemma upos/xpos head deprel`, heads counted from 1, as in CoNLL-U. */
function tree(...rows: string[]): Tree {
  const cells = rows.map(row => row.split(' '))
  const starts: number[] = []
  const ends: number[] = []
  let at = 0
  for (const [form] of cells) {
    starts.push(at)
    ends.push(at + form.length)
    at += form.length + 1
  }
  const sentence: Sentence = {
    start: 0,
    end: at - 1,
    length: rows.length,
    starts: Int32Array.from(starts),
    ends: Int32Array.from(ends),
    heads: Int32Array.from(cells, cell => Number(cell[3]) - 1),
    forms: cells.map(cell => cell[0]),
    lemmas: cells.map(cell => cell[1]),
    upos: cells.map(cell => cell[2].split('/')[0]),
    xpos: cells.map(cell => cell[2].split('/')[1]),
    feats: cells.map(cell => cell[5] ?? ''),
    deprels: cells.map(cell => cell[4]),
  }
  return new Tree(sentence)
}

const forms = (t: Tree, tokens: readonly number[]) => tokens.map(i => t.form(i)).join(' ')

describe('Tree', () => {
  const passive = tree(
    'Two two NUM/CD 2 nummod',
    'envoys envoy NOUN/NNS 4 nsubj:pass Number=Plur',
    'were be AUX/VBD 4 aux:pass',
    'expelled expel VERB/VBN 0 root',
    'and and CCONJ/CC 6 cc',
    'named name VERB/VBN 4 conj',
    'by by ADP/IN 8 case',
    'Oman Oman PROPN/NNP 6 obl:agent',
    'and and CCONJ/CC 10 cc',
    'Qatar Qatar PROPN/NNP 8 conj',
  )

  it('turns passives round and shares their subject', () => {
    expect(forms(passive, passive.objects(3))).toBe('envoys')
    expect(forms(passive, passive.subjects(3))).toBe('')
    expect(forms(passive, passive.objects(5))).toBe('envoys')
    expect(forms(passive, passive.subjects(5))).toBe('Oman Qatar')
    expect(passive.isPassive(5)).toBe(true)
  })

  it('lists obliques one by one', () => {
    expect(passive.obliques(5)).toEqual([
      {token: 7, prep: 'by'},
      {token: 9, prep: 'by'},
    ])
  })

  it('knows coordination, spans and cover', () => {
    expect(passive.conjuncts(9)).toEqual([7, 9])
    expect(passive.shared(9)).toBe(7)
    expect(passive.subtree(5)).toEqual([4, 9])
    expect(passive.spanOf(7)).toEqual({start: 35, end: 52})
    expect(passive.covers(5, 9)).toBe(true)
    expect(passive.covers(1, 9)).toBe(false)
    expect(passive.tokenAt(5)).toBe(1)
    expect(passive.tokenAt(3)).toBe(-1)
    expect(passive.tense(3)).toBe('past')
    expect(passive.feat(1, 'Number')).toBe('Plur')
    expect(passive.feat(1, 'Tense')).toBe('')
  })

  it('follows control', () => {
    const control = tree(
      'Oslo Oslo PROPN/NNP 2 nsubj',
      'ordered order VERB/VBD 0 root',
      'troops troops NOUN/NNS 2 obj',
      'to to PART/TO 5 mark',
      'guard guard VERB/VB 2 xcomp',
      'it it PRON/PRP 5 obj',
    )
    expect(forms(control, control.subjects(4))).toBe('troops')
    const adverbial = tree(
      'Oslo Oslo PROPN/NNP 2 nsubj',
      'urged urge VERB/VBD 0 root',
      'troops troops NOUN/NNS 2 obj',
      'to to PART/TO 5 mark',
      'wait wait VERB/VB 2 advcl',
    )
    expect(forms(adverbial, adverbial.subjects(4))).toBe('troops')
    const agreed = tree(
      'Oslo Oslo PROPN/NNP 2 nsubj',
      'agreed agree VERB/VBD 0 root',
      'to to PART/TO 4 mark',
      'send send VERB/VB 2 xcomp',
      'food food NOUN/NN 4 obj',
    )
    expect(forms(agreed, agreed.subjects(3))).toBe('Oslo')
    expect(forms(agreed, agreed.objects(3))).toBe('food')
  })

  it('resolves relative clauses', () => {
    const gap = tree(
      'arms arm NOUN/NNS 0 root',
      'that that PRON/WDT 5 obj',
      'the the DET/DT 4 det',
      'army army NOUN/NN 5 nsubj',
      'left leave VERB/VBD 1 acl:relcl',
    )
    expect(forms(gap, gap.objects(4))).toBe('arms')
    expect(forms(gap, gap.subjects(4))).toBe('army')
    const bare = tree('arms arm NOUN/NNS 0 root', 'we we PRON/PRP 3 nsubj', 'left leave VERB/VBD 1 acl:relcl')
    expect(forms(bare, bare.objects(2))).toBe('arms')
    const reduced = tree(
      'arms arm NOUN/NNS 0 root',
      'left leave VERB/VBN 1 acl',
      'by by ADP/IN 4 case',
      'us we PRON/PRP 2 obl:agent',
    )
    expect(forms(reduced, reduced.objects(1))).toBe('arms')
    expect(forms(reduced, reduced.subjects(1))).toBe('us')
    const who = tree('men man NOUN/NNS 0 root', 'who who PRON/WP 3 nsubj', 'fled flee VERB/VBD 1 acl:relcl')
    expect(forms(who, who.subjects(2))).toBe('men')
  })

  it('shares objects of conjoined verbs', () => {
    const shared = tree(
      'Police police NOUN/NNS 2 nsubj',
      'arrested arrest VERB/VBD 0 root',
      'and and CCONJ/CC 4 cc',
      'charged charge VERB/VBD 2 conj',
      'him he PRON/PRP 2 obj',
    )
    expect(forms(shared, shared.objects(3))).toBe('him')
    expect(forms(shared, shared.subjects(3))).toBe('Police')
  })

  it('takes the subject of a participle from its main clause', () => {
    const clause = tree(
      'Kim Kim PROPN/NNP 2 nsubj',
      'left leave VERB/VBD 0 root',
      ', , PUNCT/, 4 punct',
      'citing cite VERB/VBG 2 advcl',
      'delays delay NOUN/NNS 4 obj',
    )
    expect(forms(clause, clause.subjects(3))).toBe('Kim')
    expect(clause.clause(4)).toBe(3)
    expect(clause.clause(0)).toBe(1)
  })

  it('knows modals, tense, negation and aspect', () => {
    const modal = tree(
      'They they PRON/PRP 4 nsubj',
      'may may AUX/MD 4 aux',
      'not not PART/RB 4 advmod',
      'go go VERB/VB 0 root',
    )
    expect(modal.modal(3)).toBe('may')
    expect(modal.tense(3)).toBe(null)
    expect(modal.isNegated(3)).toBe(true)
    const will = tree('They they PRON/PRP 3 nsubj', 'will will AUX/MD 3 aux', 'go go VERB/VB 0 root')
    expect(will.tense(2)).toBe('future')
    const have = tree(
      'They they PRON/PRP 4 nsubj',
      'have have AUX/VBP 4 aux',
      'been be AUX/VBN 4 aux',
      'talking talk VERB/VBG 0 root',
    )
    expect([have.tense(3), have.perfect(3), have.progressive(3)]).toEqual(['present', true, true])
  })

  it('joins prepositions of several words and finds owners', () => {
    const t = tree(
      'fled flee VERB/VBD 0 root',
      'because because ADP/IN 6 case',
      'of of ADP/IN 2 fixed',
      'Chad Chad PROPN/NNP 6 nmod:poss',
      "'s 's PART/POS 4 case",
      'war war NOUN/NN 1 obl',
    )
    expect(t.obliques(0)).toEqual([{token: 5, prep: 'because of'}])
    expect(t.possessor(5)).toBe(3)
    expect(t.childrenBy(5, 'nmod')).toEqual([3])
    expect(t.preposition(3)).toBe('')
  })
})
