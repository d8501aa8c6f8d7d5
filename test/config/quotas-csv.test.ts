import { describe, expect, test } from 'vitest'
import { KNOWN_NAMES } from '../../src/cli/known-names.ts'
import { readQuotasCsv } from '../../src/config/quotas-csv.ts'
import { readSettingsDocument } from '../../src/config/settings.ts'
import { addDays } from '../../src/domain/calendar/day.ts'
import { DEFAULT_SETTINGS } from '../../src/domain/company/settings.ts'
import { createCatalogue } from '../../src/domain/metrics/catalogue.ts'
import { allQuotas, writtenTarget } from '../../src/domain/quotas/quota.ts'
import { metricNames } from '../../src/i18n/metric-names.ts'
import { anOwner } from '../builders.ts'

const EUROS = { currency: 'EUR', languages: KNOWN_NAMES.languages }
const AT = '2026-10-02T08:00:00.000Z'
const PEOPLE = {
  owners: [
    anOwner(),
    anOwner({ id: '2', firstName: 'Bo', lastName: 'Berg', email: 'Bo@Example.com' }),
    anOwner({ id: '3', firstName: 'Cy', lastName: 'Cole', email: 'twice@example.com' }),
    anOwner({ id: '4', firstName: 'Di', lastName: 'Dahl', email: 'twice@example.com' }),
    anOwner({ id: '5', firstName: 'Bo', lastName: 'Berg', email: 'bo@example.com', isArchived: true }),
    anOwner({ id: '6', firstName: 'Ed', lastName: 'Ek', email: 'gone@example.com', isArchived: true }),
  ],
  teams: [
    { id: '11', name: 'North' },
    { id: '12', name: 'Öst, "Big" deals' },
    { id: '13', name: 'South' },
    { id: '14', name: 'south' },
    { id: '15', name: '11' },
  ],
}

function read(text: string) {
  const known = KNOWN_NAMES.metrics
  const company = { money: EUROS, fiscalYearStartMonth: 1, metricNames: metricNames(createCatalogue()) }
  return readQuotasCsv(text, { people: PEOPLE, known, ...company, at: AT })
}

function quotasOf(text: string) {
  const reading = read(text)
  if ('complaints' in reading) throw new Error(reading.complaints.join('\n'))
  return reading.quotas
}

function complaintsOf(text: string): string[] {
  const reading = read(text)
  return 'complaints' in reading ? reading.complaints : []
}

const HEADER = 'who,metric,from,to,target'
const LINE = '1,revenue,2026-10-01,2026-10-31,5000'

function aQuota(changes: object = {}) {
  return {
    source: 'csv',
    who: 'rep:1',
    metric: 'revenue',
    from: '2026-10-01',
    to: '2026-11-01',
    target: '5000',
    at: AT,
    ...changes,
  }
}

describe('a file of quotas', () => {
  test('becomes quotas for the settings, with the last day included', () => {
    expect(quotasOf(`${HEADER}\n${LINE}\n`)).toEqual([aQuota()])
    expect(quotasOf(`${HEADER}\n1,calls,2026-12-31,2026-12-31,7.5`)).toEqual([
      aQuota({ metric: 'calls', from: '2026-12-31', to: '2027-01-01', target: '7.5' }),
    ])
  })

  test('gives money in major units, which the quota turns into minor ones', () => {
    const quotas = quotasOf(
      `${HEADER}\n1,revenue,2026-10-01,2026-10-31,5000.5\n1,calls,2026-10-01,2026-10-31,50.5`,
    )
    const targets = (exponent: number) =>
      allQuotas(
        [],
        { reps: [], settings: { ...DEFAULT_SETTINGS, quotas } },
        { catalogue: createCatalogue(), exponent },
      ).map(({ target }) => target)

    expect(targets(2)).toEqual(['500050', '50.5'])
    expect(targets(3)).toEqual(['5000500', '50.5'])
  })

  test('gives durations in hours, which the quota turns into milliseconds', () => {
    const quotas = quotasOf(`${HEADER}\n1,talk_time,2026-10-01,2026-10-31,"7,5"`)
    const units = { catalogue: createCatalogue(), exponent: 2 }
    const [quota] = allQuotas([], { reps: [], settings: { ...DEFAULT_SETTINGS, quotas } }, units)

    expect(quota?.target).toBe('27000000')
    expect(quota && writtenTarget(quota, units)).toBe('7.5')
  })

  test('becomes quotas that the settings accept', () => {
    const quotas = quotasOf(`${HEADER}\n${LINE}\nteam:North,calls,2026-10-01,2026-12-31,1e3\n`)

    expect(readSettingsDocument({ quotas }, KNOWN_NAMES)).toEqual({
      settings: { quotas },
    })
  })

  test.each([
    ['an owner id', '2', 'rep:2'],
    ['an e-mail in any case', 'ANA@example.com', 'rep:1'],
    ['the active one of two with an e-mail', 'bo@example.com', 'rep:2'],
    ['the e-mail of somebody who left', 'gone@example.com', 'rep:6'],
    ['the name of a team in any case', 'team:nORTH', 'team:11'],
    ['a team name with blanks around it', 'Team: North', 'team:11'],
    ['the id of a team', 'team:12', 'team:12'],
    ['a quoted name with a comma and quotes', '"team:Öst, ""Big"" deals"', 'team:12'],
    ['a name with its dots written apart', '"team:O\u0308st, ""big"" deals"', 'team:12'],
  ])('identifies the rep or team by %s', (_how, who, holder) => {
    expect(quotasOf(`${HEADER}\n${who},revenue,2026-10-01,2026-10-31,5000`)).toEqual([
      aQuota({ who: holder }),
    ])
  })

  test.each([
    [
      'columns in another order, capitals and unknown columns',
      'Target,note,TO,From,Metric,Who\n5000,"a, b",2026-10-31,2026-10-01,Revenue,1\n',
    ],
    ['semicolons', `${HEADER}\n${LINE}\n`.replaceAll(',', ';')],
    ['tabs', `${HEADER}\n${LINE}\n`.replaceAll(',', '\t')],
    ['a byte order mark and CRLF', `\uFEFF${HEADER}\r\n${LINE}\r\n`],
    ['line ends of two kinds', `${HEADER}\r\n\n${LINE}\n\r\n`],
    ['old line ends', `${HEADER}\r${LINE}\r`],
    ['blank lines and lines of blank fields', `\n${HEADER}\n\n,,,,\n${LINE}\n , ,,,\n`],
    [
      'blanks and quotes around fields',
      `"who", "metric" ,from,to,target\n "1" , revenue,"2026-10-01",2026-10-31, 5000 \n`,
    ],
  ])('may have %s', (_what, text) => {
    expect(quotasOf(text)).toEqual([aQuota()])
  })

  test.each([
    ['a line that names the separator', `sep=;\r\n${HEADER}\n${LINE}\n`.replaceAll(',', ';')],
    ['that line behind a byte order mark', `\uFEFFsep=,\r\n${HEADER}\n${LINE}\n`],
    ['that line in quotes, in a file of tabs', `"sep=\t"\n${HEADER}\n${LINE}\n`.replaceAll(',', '\t')],
    ['rows of a title above', `Quotas 2026,,,,\nsales, north,,,\n\n${HEADER}\n${LINE}\n`],
    [
      'a one-field heading with a comma in a semicolon-separated file',
      `Quotas, 2026\n${HEADER.replaceAll(',', ';')}\n${LINE.replaceAll(',', ';')}\n`,
    ],
    ['a month in place of its days', `${HEADER}\n1,revenue,2026-10,2026-10,5000`],
    ['a month alone', `${HEADER}\n1,revenue,2026-10,,5000`],
    ['the day first', `${HEADER}\n1,revenue,01.10.2026,31.10.2026,5000`],
    ['the name that is shown', `${HEADER}\n1,Bookings,2026-10-01,2026-10-31,5000`],
    ['the title', `${HEADER}\n1,"Bookings (won, by close date)",2026-10-01,2026-10-31,5000`],
    ['a typed word of another language', `${HEADER}\n1,Omsætning,2026-10-01,2026-10-31,5000`],
    ['the sign of the currency', `${HEADER}\n1,revenue,2026-10-01,2026-10-31,"€5 000,00"`],
  ])('may have %s', (_what, text) => {
    expect(quotasOf(text)).toEqual([aQuota({ target: expect.stringMatching(/^5000(\.00)?$/) })])
  })

  test('knows each additive metric by each of its names, in every language', () => {
    const { additive } = KNOWN_NAMES.metrics
    const names = metricNames(createCatalogue()).filter(({ id }) => additive.has(id))
    const lines = names.map(({ name }, n) => `1,"${name}",2020-01-01,${addDays('2020-01-01', n)},5`)

    expect(names.length).toBeGreaterThan(400)
    expect(quotasOf([HEADER, ...lines].join('\n')).map(({ metric }) => metric)).toEqual(
      names.map(({ id }) => id),
    )
  })

  test('names the metrics that an ambiguous name could mean', () => {
    const metricNames = ['calls', 'tasks'].map((id) => ({ id, name: 'Touches' }))
    const known = KNOWN_NAMES.metrics
    const company = { money: EUROS, fiscalYearStartMonth: 1, metricNames }
    const text = `${HEADER}\n1,touches,2026-10-01,2026-10-31,5`

    expect(readQuotasCsv(text, { people: PEOPLE, known, ...company, at: AT })).toEqual({
      complaints: ['line 2: metric "touches" may mean calls or tasks: write one of them'],
    })
  })

  test('numbers lines by their place in the file, with the titles counted', () => {
    expect(
      complaintsOf(`sep=,\nQuotas,,,,\n${HEADER}\n${LINE}\n9,revenue,2026-10-01,2026-10-31,5\n`),
    ).toEqual(['line 5: there is no HubSpot owner with the id 9'])
  })

  test('can have several quotas for one person, for other days or another metric', () => {
    const lines = ['1,calls,2026-10-01,2026-10-31,5', '1,revenue,2026-10-01,2026-10-30,5']

    expect(quotasOf([HEADER, LINE, ...lines].join('\n'))).toHaveLength(3)
  })
})

const NO_DAY = 'is not a day, month or quarter that exists: write 2026-10-31, 2026-10 or 2026-Q4'

describe('a line that cannot be taken', () => {
  test.each([
    ['9,revenue,2026-10-01,2026-10-31,5', 'there is no HubSpot owner with the id 9'],
    [
      'eve@example.com,revenue,2026-10-01,2026-10-31,5',
      'there is no HubSpot owner with the e-mail eve@example.com',
    ],
    [
      'twice@example.com,revenue,2026-10-01,2026-10-31,5',
      'several owners have the e-mail twice@example.com: write an owner id (3 Cy Cole, 4 Di Dahl)',
    ],
    [
      'Ana Sørensen,revenue,2026-10-01,2026-10-31,5',
      'who "Ana Sørensen" is not an e-mail, owner id or team:NAME',
    ],
    [',revenue,2026-10-01,2026-10-31,5', 'who "" is not an e-mail, owner id or team:NAME'],
    ['team:West,revenue,2026-10-01,2026-10-31,5', 'there is no HubSpot team "West"'],
    ['team:,revenue,2026-10-01,2026-10-31,5', 'there is no HubSpot team ""'],
    [
      'team:South,revenue,2026-10-01,2026-10-31,5',
      'several teams are called "South": write one of team:13, team:14',
    ],
    ['1,widgets,2026-10-01,2026-10-31,5', 'there is no metric "widgets"'],
    ['1,,2026-10-01,2026-10-31,5', 'there is no metric ""'],
    [
      '1,win_rate,2026-10-01,2026-10-31,5',
      'metric "win_rate" does not add up over days, so it cannot have a quota',
    ],
    [
      '1,revenue,2026-02-30,2026-10-31,5',
      'from "2026-02-30" is not a day, month or quarter that exists: write 2026-10-31, 2026-10 or 2026-Q4',
    ],
    [
      '1,revenue,2026-10-01,31/10/2026,5',
      'to "31/10/2026" is not a day, month or quarter that exists: write 2026-10-31, 2026-10 or 2026-Q4',
    ],
    ['1,revenue,2026-10-02,2026-10-01,5', 'to (2026-10-01) is before from (2026-10-02)'],
    [
      '1,revenue,2026-10-01,2026-10-31,0',
      'target "0" is not a number above 0 and up to 10000000000000, such as 12500 or 12500.50',
    ],
    [
      '1,revenue,2026-10-01,2026-10-31,-5',
      'target "-5" is not a number above 0 and up to 10000000000000, such as 12500 or 12500.50',
    ],
    [
      '1,revenue,2026-10-01,2026-10-31,"12,500"',
      'target "12,500" may mean 12500 or 12.5: write 12500 or 12.50',
    ],
    ['1,revenue,2026-10-01,2026-10-31,$5', 'target "$5" is not a number, nor an amount in EUR'],
    [
      '1,calls,2026-10-01,2026-10-31,€5',
      'target "€5" is an amount of money, but its metric is not measured in money',
    ],
    ['1,revenue,2026-10-01,,5', `to "" ${NO_DAY}`],
    [
      '1,revenue,01.10.2026,05.10.2026,5',
      ...[
        'from "01.10.2026" may mean 2026-10-01 or 2026-01-10: write the one you mean',
        'to "05.10.2026" may mean 2026-10-05 or 2026-05-10: write the one you mean',
      ],
    ],
    [
      '1,Win rate,2026-10-01,2026-10-31,5',
      'metric "Win rate" does not add up over days, so it cannot have a quota',
    ],
    ['1,revenue,2026-10-01,2026-10-31,12,500', 'has 6 fields instead of 5'],
    ['1,revenue,2026-10-01,2026-10-31', 'has 4 fields instead of 5'],
  ])('%s is refused, with its line number', (line, ...reasons) => {
    expect(complaintsOf(`${HEADER}\n${LINE}\n${line}\n`)).toEqual(
      reasons.map((reason) => `line 3: ${reason}`),
    )
  })

  test('is reported with everything that is wrong with it, along with every other bad line', () => {
    const text = `${HEADER}\r\n9,widgets,x,y,z\r\n\r\n${LINE}\r\n"team:A\nB",calls,2026-10-01,2026-10-31,5\r\n1,revenue,2026-10-01,2026-10-31,6000\r\n`

    expect(complaintsOf(text)).toEqual([
      'line 2: there is no HubSpot owner with the id 9',
      'line 2: there is no metric "widgets"',
      'line 2: from "x" is not a day, month or quarter that exists: write 2026-10-31, 2026-10 or 2026-Q4',
      'line 2: to "y" is not a day, month or quarter that exists: write 2026-10-31, 2026-10 or 2026-Q4',
      'line 2: target "z" is not a number above 0 and up to 10000000000000, such as 12500 or 12500.50',
      'line 5: there is no HubSpot team "A\nB"',
      'line 7: repeats line 4: who, metric, from and to are the same',
    ])
  })

  test('is a repetition even if it names the same person and metric in other words', () => {
    expect(complaintsOf(`${HEADER}\n${LINE}\nana@example.com,REVENUE,2026-10-01,2026-10-31,5000\n`)).toEqual([
      'line 3: repeats line 2: who, metric, from and to are the same',
    ])
  })
})

describe('a file that is not a table of quotas', () => {
  test.each([
    ['', ['line 1: the file is empty']],
    ['\n\n', ['line 1: the file is empty']],
    [HEADER, ['line 1: no quotas follow']],
    [
      LINE,
      ['who', 'metric', 'from', 'to', 'target'].map((column) => `line 1: the column "${column}" is missing`),
    ],
    [
      `\nwho,from,to,target,target\n`,
      ['line 2: the column "metric" is missing', 'line 2: the column "target" occurs 2 times'],
    ],
    [`${HEADER}\n${LINE}\n1,"revenue,2026-10-01\n`, ['line 3: a quote is opened and never closed']],
    [
      `${HEADER}\nteam:12" club,revenue,2026-10-01,2026-10-31,5\n`,
      ['line 2: there is a quote inside a field; put the whole field in quotes and write the quote twice'],
    ],
    [
      `${HEADER}\n"team:"North,revenue,2026-10-01,2026-10-31,5\n`,
      ['line 2: there is a quote inside a field; put the whole field in quotes and write the quote twice'],
    ],
  ])('%j is refused', (text, complaints) => {
    expect(complaintsOf(text)).toEqual(complaints)
  })
})
