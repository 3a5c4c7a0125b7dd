/** Why a row does not fit a word of a sentence, in the order in which a row is tried. */
export const misses = {
  particle: 'the verb has another particle, or lacks the one that the row asks for',
  negation: 'the verb is not negated, as the row asks',
  attribute: 'the word only describes a noun or is part of a name',
  complement: 'no clause with the wanted “to” or “that” hangs below the word',
  modal: 'the clause below lacks the wanted modal verb',
  verb: 'the clause below is about another verb',
  object: 'an object that the row asks for is missing, another word, or no party',
  oblique: 'a preposition that the row asks for is missing, or nobody fitting stands behind it',
  'clause-subject': 'no party is the subject of the clause below',
  around: 'the words that the row asks for do not stand before or after the word',
  actor: 'no party that may act does it',
  'subject-word': 'the subject is none of the words that the row asks for',
  sides: 'it takes two different parties, and fewer are named',
  recipient: 'nobody but the actor is named whom it is done to',
  sense: 'the parties do not fit this sense of the word',
  'other-object': 'the verb has an object that the row knows nothing of',
  game: 'the sentence is about a game or match',
  idiom: 'the words are a figure of speech',
  crime: 'it is a common crime at home',
  business: 'it is between firms',
  fiction: 'it happens in a work of art',
  self: 'the harm is done to the doer’s own body',
  lowered: 'the verb above says that it became less',
  warning: 'who warns would not do the harm',
  state: 'a state neither marches nor downs its tools',
  told: 'another act of the sentence already tells it',
  home: 'actor and recipient are the same state',
} as const

/** Name of a reason why a row does not fit. */
export type Miss = keyof typeof misses
