/** Own metrics at import: what is refused, where, and what to write instead. */
import { describe, expect, test } from 'vitest'
import { KNOWN_NAMES } from '../../src/cli/known-names.ts'
import { type Present, readSettingsDocument } from '../../src/config/settings.ts'
import type { NamedObject } from '../../src/domain/company/people.ts'
import { DEFAULT_SETTINGS, type Settings } from '../../src/domain/company/settings.ts'
import { hubSpotWords } from '../../src/hubspot/words.ts'

const COUNT = { object: 'meetings', date: 'hs_meeting_start_time' }
const DEMOS = { id: 'demos', name: { en: 'Demos' }, words: ['demo'], count: COUNT }
const CASH = {
  id: 'cash',
  name: { en: 'Cash received', da: 'Indbetalt' },
  sum: { object: 'invoices', date: 'hs_payment_date', property: 'hs_amount_paid', unit: 'money' },
}
const HOURS = {
  id: 'support_hours',
  name: { en: 'Support hours' },
  sum: { object: 'tickets', date: 'closed_date', property: 'hours_spent', unit: 'hours' },
}

interface Known {
  settings?: Partial<Settings>
  objects?: NamedObject[]
}

function read(json: object, { settings, objects = [] }: Known = {}) {
  const present: Present = {
    settings: { ...DEFAULT_SETTINGS, ...settings },
    objects,
    typeOf: hubSpotWords.objectType,
  }
  return readSettingsDocument(json, KNOWN_NAMES, present)
}

function complaintsOf(json: object, known?: Known): string[] {
  const reading = read(json, known)
  return 'complaints' in reading ? reading.complaints : []
}

/** The complaints about one metric, after its place in the list. */
function complaintsAbout(metric: unknown): string[] {
  return complaintsOf({ metrics: [metric] }).map((one) => one.replace(/^metrics\[0\]\.?/, ''))
}

function counting(count: object) {
  return { ...DEMOS, count: { ...COUNT, ...count } }
}

function where(condition: unknown) {
  return counting({ where: [condition] })
}

const KEYS = 'which has id, name, words, family, better, min, private, count, sum, ratio'

describe('an own metric', () => {
  test.each([
    DEMOS,
    CASH,
    HOURS,
    { ...DEMOS, family: 'O', better: 'down', min: 3, private: true },
    counting({ owner: 'set_by' }),
    counting({ owner: { property: 'hs_created_by_user_id', holds: 'user' } }),
    {
      id: 'per_demo',
      name: { en: 'Value of a call' },
      ratio: { numerator: ['revenue'], denominator: ['calls'] },
    },
    ...[{ is: ['demo'] }, { isNot: ['demo'] }, { has: true }, { on: false }].map((one) =>
      where({ property: 'kind', ...one }),
    ),
    ...[{ above: 1 }, { atLeast: -2.5 }, { below: 0 }, { atMost: 1e6 }].map((one) =>
      where({ property: 'kind', ...one }),
    ),
  ])('is taken as it is declared: %j', (metric) => {
    expect(read({ metrics: [metric] })).toEqual({ settings: { metrics: [metric] } })
  })

  test.each<[string, unknown, string[]]>([
    ['no object', 'demos', [': must be an object']],
    [
      'no id',
      { ...DEMOS, id: undefined },
      ['id: is missing: it must be an id made of the letters a to z, digits and _, as text'],
    ],
    ['capitals', { ...DEMOS, id: 'Demos' }, ['id: must be an id made of the letters a to z, digits and _']],
    [
      'a hyphen',
      { ...DEMOS, id: 'demos-held' },
      ['id: must be an id made of the letters a to z, digits and _'],
    ],
    ['an id that objects cannot have', { ...DEMOS, id: '__proto__' }, ['id: cannot be used as an id']],
    [
      'the id of a metric',
      { ...DEMOS, id: 'win_rate' },
      ['id: is the id of a metric that Scoreline has: choose another'],
    ],
    [
      'the id of the table',
      { ...DEMOS, id: 'funnel' },
      ['id: is the id of a metric that Scoreline has: choose another'],
    ],
    [
      'the id of a tally',
      { ...DEMOS, id: 'dial_connects' },
      ['id: is the id of a tally that Scoreline has: choose another'],
    ],
    ['a command', { ...DEMOS, id: 'settings' }, ['id: "settings" already means a command: choose another']],
    ['a period', { ...DEMOS, id: 'q3' }, ['id: "q3" already means a period: choose another']],
    ['no name', { ...DEMOS, name: undefined }, ['name: must be an object such as {"en": "Demos"}']],
    ['a plain name', { ...DEMOS, name: 'Demos' }, ['name: must be an object such as {"en": "Demos"}']],
    [
      'no English name',
      { ...DEMOS, name: { da: 'Demoer' } },
      ['name.en: is missing: it must be a text that is not blank'],
    ],
    [
      'another language',
      { ...DEMOS, name: { en: 'Demos', fr: 'Démos' } },
      ['name.fr: is not a language of Scoreline, which has en, da, id, ro, sv'],
    ],
    ['a long name', { ...DEMOS, name: { en: 'D'.repeat(81) } }, ['name.en: must have at most 80 characters']],
    [
      'a name of a metric',
      { ...DEMOS, name: { en: 'Demos', da: 'Opkald' } },
      ['name.da: "Opkald" already means the metric calls: choose another'],
    ],
    [
      'words that are no list',
      { ...DEMOS, words: 'demo' },
      ['words: must be a list of texts, such as ["demo", "demos held"]'],
    ],
    [
      'a word of a metric',
      { ...DEMOS, words: ['demo', 'my calls'] },
      ['words[1]: "my calls" already means the metric calls: choose another'],
    ],
    [
      'a word of a view',
      { ...DEMOS, words: ['Topplista'] },
      ['words[0]: "Topplista" already means a command: choose another'],
    ],
    [
      'a month',
      { ...DEMOS, words: ['oktober'] },
      ['words[0]: "oktober" already means a period: choose another'],
    ],
    [
      'a filler',
      { ...DEMOS, words: ['sent'] },
      ['words[0]: "sent" already means nothing of its own, such as "show me" and "how many": choose another'],
    ],
    [
      'a person',
      { ...DEMOS, words: ['me'] },
      ['words[0]: "me" already means a person, a team, or whom a question is about: choose another'],
    ],
    [
      'a number or a question about a period',
      { ...DEMOS, words: ['10', 'calls last week', 'all calls'] },
      [
        'words[0]: "10" already means a number or a question about a period: choose another',
        'words[1]: "calls last week" already means a number or a question about a period: choose another',
      ],
    ],
    ['a family', { ...DEMOS, family: 'Q' }, ['family: must be "A", "C" or "O"']],
    ['a direction', { ...DEMOS, better: 'more' }, ['better: must be "up" or "down"']],
    ['a minimum', { ...DEMOS, min: 2.5 }, ['min: must be a whole number from 0 to 1000000']],
    ['a flag', { ...DEMOS, private: 'yes' }, ['private: must be true or false']],
    [
      'unknown keys',
      { ...DEMOS, label: 'x', unit: 'count' },
      [`label: is not a key of a metric, ${KEYS}`, `unit: is not a key of a metric, ${KEYS}`],
    ],
    [
      'no kind',
      { ...DEMOS, count: undefined },
      [': does not say what it is: it must have one of "count", "sum" and "ratio"'],
    ],
    [
      'two kinds',
      { ...DEMOS, sum: CASH.sum },
      [': has "count" and "sum": write a metric of its own for each'],
    ],
    [
      'a count without parts',
      { ...DEMOS, count: {} },
      [
        'count.object: is missing: it must be the name or type id of an object type, such as tickets or 2-4711, as text',
        "count.date: is missing: it must be a property's internal name without blanks, such as closed_date, not its label, as text",
      ],
    ],
    [
      'a key of a sum in a count',
      counting({ unit: 'hours' }),
      ['count.unit: is not a key of a count, which has object, date, owner, where'],
    ],
    [
      'a path',
      counting({ object: '../contacts' }),
      ['count.object: must be the name or type id of an object type, such as tickets or 2-4711'],
    ],
    [
      'a label',
      counting({ date: 'Meeting start time' }),
      ["count.date: must be a property's internal name without blanks, such as closed_date, not its label"],
    ],
    [
      'an owner',
      counting({ owner: 7 }),
      [
        'count.owner: must be the property that says who gets the credit, such as "set_by", or, if that holds ids of users, {"property": "set_by", "holds": "user"}',
      ],
    ],
    [
      'an owner that holds another thing',
      counting({ owner: { property: 'set_by', holds: 'team' } }),
      ['count.owner.holds: must be "user"'],
    ],
    [
      'conditions that are no list',
      counting({ where: { property: 'kind', is: ['demo'] } }),
      ['count.where: must be a list'],
    ],
    [
      'a condition',
      where('demo'),
      ['count.where[0]: must be a condition, such as {"property": "meeting_type", "is": ["demo"]}'],
    ],
    [
      'no comparison',
      where({ property: 'kind' }),
      [
        'count.where[0]: compares nothing: besides "property" it must have one of is, isNot, has, above, atLeast, below, atMost, on',
      ],
    ],
    [
      'two comparisons',
      where({ property: 'kind', above: 1, below: 3 }),
      ['count.where[0]: makes 2 comparisons, "above" and "below": write a condition of its own for each'],
    ],
    [
      'a comparison that there is not',
      where({ property: 'kind', equals: 1 }),
      [
        'count.where[0]: compares nothing: besides "property" it must have one of is, isNot, has, above, atLeast, below, atMost, on',
      ],
    ],
    [
      'a key beside a comparison',
      where({ property: 'kind', is: ['demo'], case: true }),
      ['count.where[0].case: is not a key of a condition, which has property, is'],
    ],
    [
      'a condition without a property',
      where({ is: ['demo'] }),
      [
        "count.where[0].property: is missing: it must be a property's internal name without blanks, such as closed_date, not its label, as text",
      ],
    ],
    [
      'a text instead of a list',
      where({ property: 'kind', is: 'demo' }),
      ['count.where[0].is: must be a list of texts, such as ["demo"]'],
    ],
    [
      'an empty list',
      where({ property: 'kind', isNot: [] }),
      ['count.where[0].isNot: must hold at least one text'],
    ],
    [
      'numbers as texts',
      where({ property: 'kind', is: ['1', 2] }),
      ['count.where[0].is[1]: must be a text in quotation marks, such as "10"'],
    ],
    [
      'a text as a number',
      where({ property: 'kind', above: '5' }),
      ['count.where[0].above: must be a number, such as 1000'],
    ],
    [
      'a text as a flag',
      where({ property: 'kind', on: 'true' }),
      ['count.where[0].on: must be true or false'],
    ],
    [
      'a unit',
      { ...CASH, sum: { ...CASH.sum, unit: 'days' } },
      ['sum.unit: must be "count", "money", "hours" or "minutes"'],
    ],
    [
      'a currency without money',
      { ...HOURS, sum: { ...HOURS.sum, currency: 'hs_currency' } },
      ['sum.currency: has a meaning for money alone: leave it out, or set "unit" to "money"'],
    ],
    [
      'a ratio of nothing',
      { id: 'share', name: { en: 'Share' }, ratio: { numerator: [], denominator: 'calls' } },
      [
        'ratio.numerator: must name at least one metric',
        'ratio.denominator: must be a list of ids of metrics, such as ["deals_won"]',
      ],
    ],
  ])('is refused with %s', (_, metric, complaints) => {
    const found = complaintsAbout(JSON.parse(JSON.stringify(metric)))

    expect(found).toEqual(complaints)
  })

  test('is refused with everything that is wrong with it at once, and nothing else is taken', () => {
    const broken = { id: 'A', name: {}, min: -1, count: { object: 'calls', where: [{ property: 'x' }] } }

    expect(complaintsOf({ weekStart: 9, metrics: [DEMOS, broken], colour: 'red' })).toEqual([
      'weekStart: must be a whole number from 1 to 7',
      'metrics[1].id: must be an id made of the letters a to z, digits and _',
      'metrics[1].name.en: is missing: it must be a text that is not blank',
      'metrics[1].min: must be a whole number from 0 to 1000000',
      "metrics[1].count.date: is missing: it must be a property's internal name without blanks, such as closed_date, not its label, as text",
      'metrics[1].count.where[0]: compares nothing: besides "property" it must have one of is, isNot, has, above, atLeast, below, atMost, on',
      'colour: is not a settings key',
    ])
  })
})

describe('own metrics together', () => {
  test('must have distinct ids, and each name and word must mean one of them', () => {
    const visits = { ...DEMOS, id: 'visits', name: { en: 'Visits', sv: 'DEMO' }, words: ['Cash  received'] }

    expect(complaintsOf({ metrics: [DEMOS, CASH, visits, { ...CASH, words: ['money in'] }] })).toEqual([
      'metrics[2].name.sv: "DEMO" already means demos (metrics[0].words[0]): choose another',
      'metrics[2].words[0]: "Cash  received" already means cash (metrics[1].name.en): choose another',
      'metrics[3].id: is the id of metrics[1] too: choose another',
    ])
  })

  test('may say their own name in several ways and languages', () => {
    const metric = { ...DEMOS, name: { en: 'Demos', da: 'Demos', sv: 'demos' }, words: ['DEMOS', 'demo'] }

    expect(complaintsOf({ metrics: [metric] })).toEqual([])
  })

  test('are at most 50', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, at) => ({
        ...CASH,
        id: `own_${at}`,
        name: { en: `Own ${at} thing` },
      }))

    expect(complaintsOf({ metrics: many(50) })).toEqual([])
    expect(complaintsOf({ metrics: many(51) })).toEqual(['metrics: must hold at most 50 metrics'])
    expect(complaintsOf({ metrics: {} })).toEqual(['metrics: must be a list'])
  })

  test('count records of at most 20 types besides the eight, however these are written', () => {
    const of = (objects: string[]) =>
      objects.map((object, at) => ({
        ...DEMOS,
        id: `own_${at}`,
        name: { en: `Own ${at} thing` },
        words: [],
        count: { ...COUNT, object },
      }))
    const twenty = Array.from({ length: 18 }, (_, at) => `2-${at + 1}`)
    const aliases = ['tickets', 'ticket', '0-5', 'calls', '0-48', 'deal', 'visits', '2-1']
    const objects = [aNamed({ name: 'visits', type: '2-1' })]

    expect(complaintsOf({ metrics: of([...twenty, ...aliases, 'quotes']) }, { objects })).toEqual([])
    expect(complaintsOf({ metrics: of([...twenty, ...aliases, 'quotes', 'leads']) }, { objects })).toEqual([
      `metrics: may name at most 20 object types besides those that are always read, not 21 (${[
        '2-1',
        ...twenty.slice(1),
        '0-5',
        'quotes',
        'leads',
      ].join(', ')})`,
    ])
  })
})

describe('a ratio', () => {
  const of = (numerator: string[], denominator: string[]) => ({
    id: 'share',
    name: { en: 'Share' },
    ratio: { numerator, denominator },
  })
  const rate = { ...of(['demos'], ['meetings']), id: 'demo_rate', name: { en: 'Demo rate' } }

  test.each([
    [['demos'], ['meetings']],
    [['cash', 'revenue'], ['deals_won']],
    [['cash'], ['revenue']],
    [['support_hours'], ['demos', 'calls']],
    [['margin'], ['revenue']],
  ])('may be made of %j over %j', (numerator, denominator) => {
    expect(complaintsOf({ metrics: [DEMOS, CASH, HOURS, of(numerator, denominator)] })).toEqual([])
  })

  test.each([
    [
      ['demoes'],
      ['calls'],
      'numerator[0]: "demoes" is not the id of a metric: name counts and sums, such as deals_won or revenue',
    ],
    [
      ['calls_connected'],
      ['calls'],
      'numerator[0]: "calls_connected" is not the id of a metric: name counts and sums, such as deals_won or revenue',
    ],
    [
      ['demos'],
      ['calls', 'win_rate'],
      'denominator[1]: "win_rate" does not add up over days: name counts and sums, such as deals_won or revenue',
    ],
    [
      ['demos'],
      ['pipeline_deals'],
      'denominator[0]: "pipeline_deals" does not add up over days: name counts and sums, such as deals_won or revenue',
    ],
    [
      ['demo_rate'],
      ['calls'],
      'numerator[0]: "demo_rate" is a ratio itself: name the counts and sums that it is made of',
    ],
    [
      ['share'],
      ['calls'],
      'numerator[0]: "share" is a ratio itself: name the counts and sums that it is made of',
    ],
    [
      ['cash', 'demos'],
      ['calls'],
      'numerator: mixes units ("cash" is money, "demos" is a count): name metrics of one unit',
    ],
    [
      ['demos'],
      ['calls', 'talk_time'],
      'denominator: mixes units ("calls" is a count, "talk_time" is time): name metrics of one unit',
    ],
  ])('of %j over %j is refused by name', (numerator, denominator, complaint) => {
    expect(complaintsOf({ metrics: [DEMOS, CASH, rate, of(numerator, denominator)] })).toEqual([
      `metrics[3].ratio.${complaint}`,
    ])
  })

  test.each([
    [['demos'], ['cash'], 'would divide a count by money'],
    [['cash'], ['support_hours'], 'would divide money by time'],
  ])('of %j over %j is refused because it means nothing', (numerator, denominator, start) => {
    expect(complaintsOf({ metrics: [DEMOS, CASH, HOURS, of(numerator, denominator)] })).toEqual([
      `metrics[3].ratio: ${start}: the denominator must be a count, or both must have the same unit`,
    ])
  })

  test('that names a metric with faults is not complained about, and neither is a quota on it', () => {
    const broken = { ...DEMOS, min: -1 }
    const quotas = [quotaOn('demos')]

    expect(complaintsOf({ metrics: [broken, of(['demos'], ['calls'])], quotas })).toEqual([
      'metrics[0].min: must be a whole number from 0 to 1000000',
    ])
  })
})

function quotaOn(metric: string) {
  return {
    source: 'csv' as const,
    who: 'rep:1',
    metric,
    from: '2026-10-01',
    to: '2026-11-01',
    target: '50',
  }
}

const DIGEST = {
  name: 'North',
  channel: 'C012AB3CD',
  scope: 'everyone',
  zone: 'UTC',
}

describe('an own metric that other settings name', () => {
  const { settings } = ok(
    read({
      metrics: [DEMOS, CASH],
      quotas: [quotaOn('calls'), quotaOn('demos')],
      goals: [{ goal: 'Demos 2026', metric: 'demos' }],
      scorecard: [{ metric: 'demos', points: 1, benchmark: 2 }],
      benchmarks: { 'team:7': { demos: 3 } },
      digests: [{ ...DIGEST, board: 'cash', columns: ['calls', 'demos'] }],
    }),
  )
  const known = { settings }
  const REMEDY = 'keep it as it was, or import those settings without it in the same file'

  test('cannot be removed: all places are named', () => {
    expect(complaintsOf({ metrics: [] }, known)).toEqual([
      `metrics: "demos" cannot be removed while quotas[1].metric, goals[0].metric, scorecard[0].metric, benchmarks["team:7"].demos, digests[0].columns[1] name it: ${REMEDY}`,
      `metrics: "cash" cannot be removed while digests[0].board names it: ${REMEDY}`,
    ])
  })

  test('can be removed with what names it', () => {
    const others = { quotas: [], goals: [], scorecard: [], benchmarks: {}, digests: [] }

    expect(read({ metrics: [], ...others }, known)).toHaveProperty('settings')
    expect(complaintsOf({ metrics: [CASH], ...others, quotas: [quotaOn('demos')] }, known)).toEqual([
      'quotas[0].metric: must be the id of a metric that adds up over days',
    ])
  })

  test.each([
    ['an object', {}],
    ['a text', 'demos'],
    ['null', null],
  ])('is not said to be removed by %s in place of the list', (_, metrics) => {
    expect(complaintsOf({ metrics }, known)).toEqual(['metrics: must be a list'])
  })

  test('cannot become a ratio, another unit or private where that does not fit', () => {
    const ratio = {
      id: 'demos',
      name: { en: 'Demos' },
      ratio: { numerator: ['calls'], denominator: ['dials'] },
    }
    const money = { ...CASH, id: 'demos', name: { en: 'Demos' } }

    expect(complaintsOf({ metrics: [ratio, CASH] }, known)).toEqual([
      `metrics: "demos" cannot become a ratio while quotas[1].metric, goals[0].metric, scorecard[0].metric name it: ${REMEDY}`,
      `metrics: "demos" cannot change its unit from a count to a ratio while benchmarks["team:7"].demos names it: ${REMEDY}`,
    ])
    expect(complaintsOf({ metrics: [money, CASH] }, known)).toEqual([
      `metrics: "demos" cannot change its unit from a count to money while quotas[1].metric, goals[0].metric, scorecard[0].metric, benchmarks["team:7"].demos name it: ${REMEDY}`,
    ])
    expect(complaintsOf({ metrics: [{ ...DEMOS, private: true }, CASH] }, known)).toEqual([
      `metrics: "demos" cannot become private while scorecard[0].metric, digests[0].columns[1] name it: ${REMEDY}`,
    ])
  })

  test('cannot be removed while a ratio names it', () => {
    const share = {
      id: 'share',
      name: { en: 'Share' },
      ratio: { numerator: ['demos'], denominator: ['calls'] },
    }

    expect(complaintsOf({ metrics: [share] }, { settings: { metrics: [DEMOS, share] } })).toEqual([
      'metrics[0].ratio.numerator[0]: "demos" is not the id of a metric: name counts and sums, such as deals_won or revenue',
    ])
  })

  test('may be named by an import without the key metrics, if the store has it', () => {
    expect(read({ quotas: [quotaOn('cash')] }, known)).toHaveProperty('settings')
    expect(read({ quotas: [quotaOn('cash')] })).toEqual({
      complaints: ['quotas[0].metric: must be the id of a metric that adds up over days'],
    })
  })
})

function ok(reading: ReturnType<typeof read>): { settings: Partial<Settings> } {
  if ('complaints' in reading) throw new Error(reading.complaints.join('\n'))
  return reading
}

function aNamed(values: Partial<NamedObject> & { name: string }): NamedObject {
  return { type: null, label: null, problem: null, asked: [], types: {}, ...values }
}

describe('what HubSpot was asked about', () => {
  const tickets = aNamed({
    name: 'tickets',
    type: '0-5',
    asked: ['closed_date', 'hours_spnt', 'priority', 'subject'],
    types: { closed_date: 'datetime', priority: 'enumeration', subject: 'string' },
    near: { hours_spnt: ['hours_spent'] },
  })
  const objects = [tickets, aNamed({ name: 'visits', problem: 'unknownObject' })]
  const count = { object: '0-5', date: 'closed_date' }

  test.each<[string, object, string[]]>([
    [
      'all that it said of a type',
      { count: { ...count, where: [{ property: 'priority', is: ['HIGH'] }] } },
      [],
    ],
    ['what it was not asked about', { count: { ...count, owner: 'closed_by' } }, []],
    [
      'an unknown type',
      { count: { ...count, object: 'visits' } },
      [
        'count.object: HubSpot has no object type "visits": write a name such as tickets, or a type id such as 2-4711',
      ],
    ],
    [
      'an unknown property',
      { count: { ...count, where: [{ property: 'hours_spnt', has: true }] } },
      ['count.where[0].property: HubSpot has no property "hours_spnt" for 0-5: did you mean hours_spent?'],
    ],
    [
      'a date that is not one',
      { count: { ...count, date: 'subject' } },
      [`count.date: "subject" is not a date (HubSpot's type of it is string): name a property with a date`],
    ],
    [
      'a number that is not one',
      { sum: { ...count, property: 'priority', unit: 'count' } },
      [
        `sum.property: "priority" is not a number (HubSpot's type of it is enumeration): name a property with a number`,
      ],
    ],
  ])('decides about %s', (_, kind, complaints) => {
    const metrics = [{ id: 'own', name: { en: 'Own thing' }, ...kind }]

    expect(complaintsOf({ metrics }, { objects })).toEqual(complaints.map((one) => `metrics[0].${one}`))
  })

  test('does not keep a type from being named that the token may not read', () => {
    const forbidden = [{ ...tickets, asked: [], types: {}, problem: 'forbidden' as const }]

    expect(complaintsOf({ metrics: [{ ...DEMOS, count }] }, { objects: forbidden })).toEqual([])
  })
})
