/** A small made-up record for tests of the pages. Everything in it is invented. */
import type {
  CodedEvent,
  Contribution,
  Doc,
  DocRef,
  Entity,
  Evidence,
  EvidenceAnswer,
  HomeAnswer,
  Incident,
  IndexPoint,
  MarkPart,
  Mention,
  QuestionAnswer,
  ReaderAnswer,
  Reading,
  RelationAnswer,
  Span,
  Statement,
  StatementRow,
} from '../../model/index.ts'
import {DetenteError} from '../../model/index.ts'

const versions = 'reader 0.1.0 · lexicon 4f1c · model en-1'
const sha = (seed: string) => seed.repeat(64).slice(0, 64)

const text1 = [
  'Border post reopens 🇵🇰 after talks',
  'ISLAMABAD — The United States and Pakistan agreed on Tuesday to reopen the supply post at Torkham, a senior Pakistani official told Harbour Radio.',
  'About 40 soldiers were wounded when gunmen attacked the post on 3 February 2021. The Northern Front claimed the attack.',
  '“Our two countries share a common interest in this road,” said Adnan Qureshi, a retired envoy. “If Washington pays for the repairs, the work could begin in spring,” he added.',
  'Washington plans to send inspectors next month.',
].join('\n\n')
const text2 = [
  'Envoys doubt the thaw',
  'Pakistan expelled two American diplomats on 14 June 2023, the Lakeside Courier reported.',
  'Farah Daud, who teaches at the Institute for Mountain Studies, said the era of close ties is over.',
  'The United States accused Pakistan of sheltering the gunmen.',
].join('\n\n')
export const hostileWords = '<img src=x onerror="window.hostile=1"> </script><svg onload="window.hostile=2">'
const text3 = [
  `Pakistan thanked the United States. ${hostileWords}`,
  '“<b>We</b> thank them,” said Eve <script>window.hostile=3</script> Bell.',
].join('\n\n')

function find(text: string, words: string): Span {
  const start = text.indexOf(words)
  if (start < 0) throw new Error(`no "${words}" in the fixture`)
  return {start, end: start + words.length}
}

function makeDoc(id: string, text: string, given: Partial<Doc>): Doc {
  let at = 0
  const blocks = text.split('\n\n').map((block, i) => {
    const span = {start: at, end: at + block.length}
    at += block.length + 2
    return {kind: i === 0 && block.length < 60 ? ('heading' as const) : ('paragraph' as const), span}
  })
  return {
    id,
    snapshot: {sha256: sha(id.slice(4)), bytes: text.length, mediaType: 'text/html', charset: 'utf-8'},
    url: null,
    title: null,
    outlet: null,
    republisher: null,
    translator: null,
    byline: null,
    credits: [],
    language: 'en',
    kind: 'report',
    text,
    blocks,
    cut: [],
    published: {day: null, bounds: {first: null, last: null, why: []}, candidates: []},
    notes: [],
    ...given,
  }
}

const docs = {
  border: makeDoc('doc_1111111111111111', text1, {
    title: 'Border post reopens after talks',
    url: 'https://ledger.example/2024/03/border-post',
    outlet: 'Karachi Ledger',
    republisher: 'Plainview',
    cut: [
      {text: 'Read also: Harbour strike enters third week', reason: 'related-post', why: 'class "related-posts"'},
      {text: 'Sign up for our morning letter', reason: 'subscribe-box', why: 'a form with an e-mail field'},
    ],
    published: {
      day: '2024-03-12',
      bounds: {first: '2024-03-12', last: '2024-03-12', why: []},
      candidates: [
        {
          day: '2024-03-12',
          from: 'json-ld',
          words: '2024-03-12T08:00:00Z',
          won: true,
          why: 'the article’s own datePublished',
        },
        {
          day: '2024-03-15',
          from: 'printed',
          words: '15 March 2024',
          won: false,
          why: 'stands in a teaser of another article',
        },
      ],
    },
    notes: ['charset was not declared; utf-8 fits'],
  }),
  doubt: makeDoc('doc_2222222222222222', text2, {
    title: 'Envoys doubt the thaw',
    outlet: 'Lakeside Courier',
    kind: 'analysis',
    published: {
      day: null,
      bounds: {first: '2023-06-14', last: null, why: ['tells of 14 June 2023 as past']},
      candidates: [],
    },
  }),
  hostile: makeDoc('doc_3333333333333333', text3, {
    title: `<script>window.hostile=4</script> ${hostileWords}`,
    url: 'javascript:window.hostile=5',
    outlet: '"><script>window.hostile=6</script>',
    byline: hostileWords,
  }),
}

const ref = (doc: Doc): DocRef => ({
  id: doc.id,
  title: doc.title,
  outlet: doc.outlet,
  url: doc.url,
  published: doc.published.day,
  bounds: doc.published.bounds,
})

type Mark = readonly [part: MarkPart, words: string, label: string]

function evidence(doc: Doc, words: string, marks: readonly Mark[], speaker: string | null, rule: string): Evidence {
  const span = find(doc.text, words)
  const from = Math.max(0, doc.text.lastIndexOf('\n\n', span.start - 3) + 2, span.start - 160)
  const to = Math.min(doc.text.length, span.end + 120)
  return {
    doc: ref(doc),
    sha256: doc.snapshot.sha256,
    span,
    words,
    before: doc.text.slice(from, span.start),
    after: doc.text.slice(span.end, to),
    marks: marks.map(([part, marked, label]) => ({part, label, span: find(doc.text, marked)})),
    chain: [
      {link: 'speaker', name: speaker},
      {link: 'outlet', name: speaker === null ? null : 'Harbour Radio'},
      {link: 'published-by', name: doc.outlet},
      {link: 'republisher', name: doc.republisher},
    ],
    rule,
    versions,
  }
}

const usa = {entity: 'USA', name: 'United States', country: 'USA', sector: null}
const pak = {entity: 'PAK', name: 'Pakistan', country: 'PAK', sector: null}
const front = {entity: '~northern-front', name: 'Northern Front', country: null, sector: 'REB' as const}

function incident(id: string, day: string, given: Partial<Incident> & {evidence: Evidence}): Incident {
  return {
    id,
    event: 'COOPERATE',
    mode: null,
    contexts: ['military'],
    cameo: '060',
    actors: [usa],
    recipients: [pak],
    days: {first: day, last: day},
    precision: 'day',
    place: null,
    reality: 'occurred',
    aspect: 'plain',
    claimed: null,
    denied: null,
    tellings: [`${given.evidence.doc.id}/ev_1`],
    docs: [given.evidence.doc],
    origins: 1,
    figures: [],
    joined: [],
    ...given,
  }
}

const agreed = evidence(
  docs.border,
  'The United States and Pakistan agreed on Tuesday to reopen the supply post at Torkham',
  [
    ['actor', 'The United States', 'United States'],
    ['recipient', 'Pakistan agreed'.slice(0, 8), 'Pakistan'],
    ['cue', 'agreed', 'AGREE'],
    ['day', 'on Tuesday', '12 Mar 2024'],
    ['place', 'Torkham', 'Torkham, PAK'],
  ],
  'senior Pakistani official',
  'agree-to',
)
const attacked = evidence(
  docs.border,
  'About 40 soldiers were wounded when gunmen attacked the post on 3 February 2021',
  [
    ['figure', 'About 40 soldiers', '40 injured'],
    ['actor', 'gunmen', 'Northern Front'],
    ['cue', 'attacked', 'ASSAULT'],
    ['day', 'on 3 February 2021', '3 Feb 2021'],
  ],
  null,
  'attack',
)
const inspect = evidence(
  docs.border,
  'Washington plans to send inspectors next month',
  [
    ['actor', 'Washington', 'United States'],
    ['cue', 'send', 'CONSULT'],
    ['day', 'next month', 'Apr 2024'],
  ],
  null,
  'plan-to',
)
const expelled = evidence(
  docs.doubt,
  'Pakistan expelled two American diplomats on 14 June 2023',
  [
    ['actor', 'Pakistan', 'Pakistan'],
    ['recipient', 'American', 'United States'],
    ['cue', 'expelled', 'SANCTION'],
    ['day', 'on 14 June 2023', '14 Jun 2023'],
  ],
  null,
  'expel',
)
const accused = evidence(
  docs.doubt,
  'The United States accused Pakistan of sheltering the gunmen',
  [
    ['actor', 'The United States', 'United States'],
    ['cue', 'accused', 'ACCUSE'],
  ],
  null,
  'accuse-of',
)
const thanked = evidence(
  docs.hostile,
  'Pakistan thanked the United States',
  [
    ['actor', 'Pakistan', hostileWords],
    ['cue', 'thanked', 'SUPPORT'],
  ],
  `<script>window.hostile=7</script>`,
  'thank',
)

const earlier = Array.from({length: 14}, (_, i) =>
  incident(
    `inc_e${String(i).padStart(2, '0')}`,
    `20${String(15 + Math.floor(i / 2)).padStart(2, '0')}-0${1 + (i % 9)}-15`,
    {
      event: i % 3 === 1 ? 'REJECT' : i % 3 === 2 ? 'AID' : 'CONSULT',
      contexts: i % 2 ? ['terrorism'] : ['diplomatic', 'economic'],
      evidence: i % 3 === 1 ? accused : agreed,
      origins: 1 + (i % 4),
    },
  ),
)

export const incidents: readonly Incident[] = [
  ...earlier,
  incident('inc_attack', '2021-02-03', {
    event: 'ASSAULT',
    actors: [front],
    evidence: attacked,
    claimed: '~northern-front',
    origins: 2,
    docs: [ref(docs.border), ref(docs.doubt)],
    tellings: [`${docs.border.id}/ev_2`, `${docs.doubt.id}/ev_3`],
    joined: ['same day', 'same place', 'same actor'],
    figures: [
      {
        what: 'injured',
        low: 40,
        high: 40,
        approx: true,
        unit: null,
        who: 'soldiers',
        giver: null,
        doc: ref(docs.border),
        span: find(text1, 'About 40 soldiers'),
      },
      {
        what: 'injured',
        low: 52,
        high: 52,
        approx: false,
        unit: null,
        who: 'soldiers',
        giver: 'army spokesman',
        doc: ref(docs.doubt),
        span: {start: 0, end: 6},
      },
    ],
  }),
  incident('inc_expel', '2023-06-14', {
    event: 'SANCTION',
    mode: 'expel',
    actors: [pak],
    recipients: [usa],
    evidence: expelled,
  }),
  incident('inc_agree', '2024-03-12', {event: 'AGREE', evidence: agreed, place: 'Torkham', origins: 3}),
  incident('inc_inspect', '2024-04-01', {
    event: 'CONSULT',
    reality: 'future',
    aspect: 'planned',
    evidence: inspect,
    days: {first: '2024-04-01', last: '2024-04-30'},
    precision: 'month',
  }),
  incident('inc_hostile', '2024-02-01', {
    event: 'SUPPORT',
    actors: [{...pak, name: hostileWords}],
    evidence: thanked,
    place: hostileWords,
  }),
]

const months = Array.from({length: 112}, (_, i) => {
  const total = 2015 * 12 + i
  return `${Math.floor(total / 12)}-${String((total % 12) + 1).padStart(2, '0')}`
})
const points: readonly IndexPoint[] = months.map((month, i) => {
  const level = 1.6 * Math.sin(i / 17) - i / 90 + 0.3 * Math.sin(i / 3)
  const half = 0.7 + 0.5 * Math.abs(Math.sin(i / 11))
  const inMonth = incidents.filter(x => x.days.first?.startsWith(month) && x.reality === 'occurred').length
  return {
    month,
    level,
    low: level - half,
    high: level + half,
    asOf: level - 0.1,
    asOfLow: level - half - 0.2,
    asOfHigh: level + half + 0.1,
    incidents: inMonth,
  }
})

function statement(
  id: string,
  words: readonly string[],
  doc: Doc,
  given: Partial<Statement>,
  row: Partial<StatementRow>,
): StatementRow {
  const content = words.map(w => find(doc.text, w))
  return {
    id: `${doc.id}/${id}`,
    speaker: null,
    role: null,
    outlet: null,
    parts: words,
    ...row,
    statement: {
      id,
      source: {entity: null, span: null, kind: 'named', role: null},
      cue: null,
      content,
      form: 'direct',
      channel: {outlet: null, span: null, how: 'none'},
      about: ['PAK', 'USA'],
      dyad: ['PAK', 'USA'],
      stance: 'neither',
      stanceCue: null,
      act: 'assessment',
      sentence: 0,
      ...given,
    },
    evidence: {
      ...evidence(
        doc,
        words[0],
        words.map(w => ['content', w, row.speaker ?? ''] as Mark),
        row.speaker ?? null,
        'speech',
      ),
    },
  }
}

export const statements: readonly StatementRow[] = [
  statement(
    'st_1',
    ['Our two countries share a common interest in this road,'],
    docs.border,
    {stance: 'for'},
    {speaker: 'Adnan Qureshi', role: 'a retired envoy'},
  ),
  statement(
    'st_2',
    ['If Washington pays for the repairs, the work could begin in spring,'],
    docs.border,
    {stance: 'conditional'},
    {speaker: 'Adnan Qureshi'},
  ),
  statement(
    'st_1',
    ['the era of close ties is over'],
    docs.doubt,
    {stance: 'against', form: 'indirect'},
    {speaker: 'Farah Daud', role: 'teaches at the Institute for Mountain Studies', outlet: 'Lakeside Courier'},
  ),
  statement('st_1', ['<b>We</b> thank them,'], docs.hostile, {stance: 'for'}, {speaker: `Eve ${hostileWords}`}),
]

const entity = (id: string, name: string): Entity => ({
  id,
  kind: 'state',
  name,
  country: id,
  sector: 'GOV',
  since: null,
  until: null,
  wikidata: null,
})

const coverage = {docs: 3, outlets: 3, origins: 3, days: {first: '2015-01-15', last: '2024-04-30'}}

export interface RelationAsked {
  readonly pair: readonly [string, string]
  readonly direction: RelationAnswer['direction']
  readonly theme: string | null
  readonly from: string | null
  readonly to: string | null
}

function explain(from: string, to: string): RelationAnswer['change'] {
  const [start, end] = [points.find(p => p.month === from), points.find(p => p.month === to)]
  if (!start || !end) return null
  const moved = incidents.filter(x => x.reality === 'occurred' && x.days.first!.slice(0, 7) <= to)
  const weight = moved.reduce((sum, _, i) => sum + i + 1, 0)
  const by = end.level - start.level
  const contributions: Contribution[] = moved.map((x, i) => ({
    incident: x.id,
    month: x.days.first!.slice(0, 7),
    score: x.event === 'ASSAULT' ? -9 : 4,
    share: (by * (i + 1)) / weight,
  }))
  return {from, to, by: contributions.reduce((sum, c) => sum + c.share, 0), contributions}
}

export function relation({pair, direction, theme, from, to}: RelationAsked): RelationAnswer {
  const known = pair.includes('USA') && pair.includes('PAK')
  const shown = known ? incidents.filter(x => theme === null || x.contexts.includes(theme)) : []
  return {
    pair: [
      entity(pair[0], pair[0] === 'PAK' ? 'Pakistan' : pair[0] === 'USA' ? 'United States' : pair[0]),
      entity(pair[1], pair[1] === 'PAK' ? 'Pakistan' : pair[1] === 'USA' ? 'United States' : pair[1]),
    ],
    direction,
    theme,
    index: {pair, direction, theme, points: known ? points : [], variances: {observation: 6, step: 0.2, start: 4}},
    change: known && from !== null && to !== null ? explain(from, to) : null,
    incidents: shown,
    statements: known ? statements : [],
    coverage: known ? coverage : {...coverage, docs: 0, outlets: 0, origins: 0},
    empty: known
      ? null
      : `No events between ${pair[0]} and ${pair[1]} in the record. Read articles that mention both: detente read PAGE --keep`,
  }
}

function eventOf(id: string, sentence: number, doc: Doc, proof: Evidence, given: Partial<CodedEvent>): CodedEvent {
  const mark = (part: MarkPart) => proof.marks.find(m => m.part === part)
  const party = (part: MarkPart) => {
    const found = mark(part)
    return found ? [{entity: found.label, country: null, sector: null, span: found.span, how: 'said' as const}] : []
  }
  const day = mark('day')
  return {
    id,
    event: 'COOPERATE',
    mode: null,
    contexts: [],
    cameo: null,
    actors: party('actor'),
    recipients: party('recipient'),
    occurred: day
      ? {
          id: `day_${id}`,
          span: day.span,
          first: null,
          last: null,
          precision: 'day',
          approx: false,
          anchor: {to: 'published', day: doc.published.day},
          kind: 'day',
          timex: null,
        }
      : null,
    place: null,
    figures: [],
    reality: {
      value: 'occurred',
      aspect: 'plain',
      claimed: null,
      denied: null,
      why: [{because: 'past tense', span: mark('cue')!.span}],
    },
    statement: null,
    evidence: {span: proof.span, cue: mark('cue')!.span, rule: proof.rule},
    sentence,
    ...given,
  }
}

function mentionsIn(text: string): Mention[] {
  return [...text.matchAll(/Pakistan\b|United States/g)].map((m, i) => ({
    id: `m_${i + 1}`,
    span: {start: m.index, end: m.index + m[0].length},
    sentence: 0,
    head: 0,
    entities: [m[0] === 'Pakistan' ? 'PAK' : 'USA'],
    all: false,
    reason: 'name',
    sense: 'actor',
    sector: null,
    role: null,
    antecedent: null,
  }))
}

function reading(doc: Doc, events: readonly CodedEvent[]): Reading {
  const sentences: Span[] = []
  for (const block of doc.blocks) {
    const pattern = /[^.!?]+[.!?]*[”"]?\s*/g
    const words = doc.text.slice(block.span.start, block.span.end)
    for (let m = pattern.exec(words); m; m = pattern.exec(words))
      sentences.push({start: block.span.start + m.index, end: block.span.start + m.index + m[0].trimEnd().length})
  }
  const sentenceOf = (at: number) => sentences.findIndex(s => s.start <= at && at < s.end)
  const own = statements.filter(s => s.id.startsWith(doc.id))
  return {
    doc,
    sentences,
    entities: [entity('USA', 'United States'), entity('PAK', 'Pakistan')],
    mentions: mentionsIn(doc.text),
    days: [],
    figures:
      doc === docs.border
        ? [
            {
              id: 'fig_1',
              span: find(text1, 'About 40'),
              what: 'injured',
              low: 40,
              high: 40,
              approx: true,
              unit: null,
              who: find(text1, 'soldiers'),
              statement: null,
              sentence: sentenceOf(find(text1, 'About 40').start),
            },
          ]
        : [],
    statements: own.map(s => ({...s.statement, sentence: sentenceOf(s.statement.content[0].start)})),
    events: events.map(e => ({...e, sentence: sentenceOf(e.evidence.span.start)})),
    flags:
      doc === docs.border
        ? [
            {
              kind: 'role-conflict',
              span: find(text1, 'Adnan Qureshi'),
              message: 'the tables hold another envoy for that year',
              entity: null,
            },
          ]
        : [],
    written: {first: null, last: null, why: []},
    notes: [{kind: 'not-understood', span: find(doc.text, doc.text.slice(0, 10)), message: 'no verb'}],
    versions: {reader: '0.1.0', lexicon: '4f1c', model: 'en-1'},
  }
}

const readings: {readonly [id: string]: Reading} = {
  [docs.border.id]: reading(docs.border, [
    eventOf('ev_1', 0, docs.border, agreed, {event: 'AGREE'}),
    eventOf('ev_2', 0, docs.border, attacked, {event: 'ASSAULT', figures: ['fig_1']}),
    eventOf('ev_3', 0, docs.border, inspect, {
      event: 'CONSULT',
      reality: {value: 'future', aspect: 'planned', claimed: null, denied: null, why: []},
    }),
  ]),
  [docs.doubt.id]: reading(docs.doubt, [
    eventOf('ev_1', 0, docs.doubt, expelled, {event: 'SANCTION', mode: 'expel'}),
    eventOf('ev_3', 0, docs.doubt, accused, {event: 'ACCUSE'}),
  ]),
  [docs.hostile.id]: reading(docs.hostile, [eventOf('ev_1', 0, docs.hostile, thanked, {event: 'SUPPORT'})]),
}

const missing = (what: string, id: string) =>
  new DetenteError('record/not-found', `nothing with the id ${id} is in the record (${what})`, {hint: 'begin at /'})

export function article(id: string): ReaderAnswer {
  const found = readings[id]
  if (!found) throw missing('article', id)
  return {
    doc: found.doc,
    reading: found,
    incidents:
      id === docs.border.id
        ? {ev_1: 'inc_agree', ev_2: 'inc_attack', ev_3: 'inc_inspect'}
        : {ev_1: id === docs.doubt.id ? 'inc_expel' : 'inc_hostile'},
    names: {USA: 'United States', PAK: 'Pakistan'},
  }
}

export function evidenceOf(id: string): EvidenceAnswer {
  const row = statements.find(s => s.id === id)
  const happening = incidents.find(x => x.id === id || x.tellings.includes(id))
  const proof = row?.evidence ?? happening?.evidence
  if (!proof) throw missing('record', id)
  return {
    id,
    kind: row ? 'statement' : id.startsWith('inc_') ? 'incident' : 'event',
    evidence: proof,
    incident: row ? null : happening!,
    statement: row ?? null,
    day: row
      ? null
      : {
          id: 'day_1',
          span: proof.span,
          words: 'on Tuesday',
          first: '2024-03-12',
          last: '2024-03-12',
          precision: 'day',
          approx: false,
          kind: 'day',
          timex: null,
          anchor: {to: 'published', day: '2024-03-12'},
        },
    reality: row
      ? null
      : {
          value: happening!.reality,
          aspect: happening!.aspect,
          claimed: happening!.claimed,
          denied: null,
          why: [
            {
              because: 'past tense, not under a verb of planning',
              words: proof.marks.find(m => m.part === 'cue')!.label.toLowerCase(),
            },
          ],
        },
    tellings: happening
      ? happening.tellings.map(t => ({id: t, evidence: t.startsWith(docs.doubt.id) ? accused : proof}))
      : [],
    names: {'~northern-front': 'Northern Front'},
  }
}

export function home(): HomeAnswer {
  return {
    coverage,
    docs: Object.values(docs).map(ref),
    relations: [
      {
        pair: ['PAK', 'USA'],
        names: ['Pakistan', 'United States'],
        incidents: incidents.length,
        latest: points.at(-1)!.level,
      },
      {pair: ['AFG', 'PAK'], names: ['Afghanistan', hostileWords], incidents: 2, latest: -2.1},
    ],
  }
}

export function ask(text: string): QuestionAnswer {
  const understood = /pakistan/i.test(text)
  return {
    question: {
      text,
      kind: 'rapprochement',
      pair: understood ? ['PAK', 'USA'] : null,
      theme: /terror/i.test(text) ? 'terrorism' : null,
      again: /again/i.test(text),
      since: null,
      until: null,
      unknown: understood ? ['“the road”'] : [text],
    },
    answerable: understood,
    blocks: understood
      ? [
          {
            kind: 'short',
            title: 'Short answer',
            lines: [
              {text: 'The index stands at −0.4; it rose by 0.3 in twelve months.', quote: null, records: ['inc_agree']},
            ],
          },
          {
            kind: 'for',
            title: 'For',
            lines: statements
              .filter(s => s.statement.stance === 'for')
              .map(s => ({text: s.speaker!, quote: {words: s.parts[0], evidence: s.evidence}, records: [s.id]})),
          },
          {
            kind: 'against',
            title: 'Against',
            lines: [
              {
                text: 'Farah Daud',
                quote: {words: statements[2].parts[0], evidence: statements[2].evidence},
                records: [statements[2].id],
              },
            ],
          },
          {kind: 'gaps', title: 'Gaps', lines: [{text: 'No source in Pashto.', quote: null, records: []}]},
        ]
      : [{kind: 'gaps', title: 'Gaps', lines: [{text: 'Two states that are known.', quote: null, records: []}]}],
    relation: understood
      ? relation({pair: ['PAK', 'USA'], direction: 'both', theme: null, from: null, to: null})
      : null,
  }
}

export const fixtureAnswers = {
  home: async () => home(),
  relation: async (asked: RelationAsked) => relation(asked),
  article: async (id: string) => article(id),
  entity: async (id: string) => {
    if (id !== 'PAK') throw new DetenteError('answer/unknown-entity', `the name ${id} is not known`)
    return {
      entity: entity('PAK', 'Pakistan'),
      names: ['Pakistan', 'Islamabad', 'Pakistani', hostileWords],
      roles: [
        {entity: 'PAK', role: 'member', of: 'united-nations', sector: 'IGO' as const, since: '1947-09-30', until: null},
      ],
      partners: [{entity: 'USA', name: 'United States', incidents: 17}],
      statements,
      flags: [],
    }
  },
  ask: async (text: string) => ask(text),
  evidence: async (id: string) => evidenceOf(id),
}
