/** What one who is made known can be. */
export const entityKinds: readonly string[] = [
  'person',
  'government',
  'ministry',
  'legislature',
  'court',
  'military',
  'intelligence',
  'police',
  'armed-group',
  'party',
  'organisation',
  'outlet',
  'institute',
  'company',
]
