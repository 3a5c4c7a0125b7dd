import type {QuestionAnswer, QuestionView} from '../model/index.ts'

/** An answer as its page shows it: the lines with their evidence, and of the relation who it is between and its themes. */
export function questionView({relation, ...answer}: QuestionAnswer): QuestionView {
  if (relation === null) return {...answer, relation}
  const themes = [...new Set(relation.incidents.flatMap(({contexts}) => contexts))].sort()
  return {...answer, relation: {pair: relation.pair, themes}}
}
