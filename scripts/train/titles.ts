/** English: words with a full stop after which the sentence goes on. */
export const titles =
  'mr mrs ms dr prof gen lt col maj capt cpl sgt adm cmdr sen rep gov pres amb hon rev fr st sr jr messrs brig supt insp det atty del dep asst cllr msgr pvt pfc sqn flt cdr vs no nos vol fig ave blvd rd mt ft dept univ assn bros al e.g i.e cf viz approx ca jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat'
    .split(' ')
    .filter(word => !['al', 'sat', 'no', 'mon', 'wed', 'sr', 'jr', 'mar'].includes(word))

/** English: endings that are words of their own. */
export const clitics = ["n't"]
