import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { KNOWN_NAMES } from '../../src/cli/known-names.ts'
import { exportSettings, readSettingsDocument } from '../../src/config/settings.ts'
import { DEFAULT_SETTINGS, type Settings } from '../../src/domain/company/settings.ts'

function read(json: unknown) {
  return readSettingsDocument(json, KNOWN_NAMES)
}

function settingsOf(json: unknown): Partial<Settings> {
  const reading = read(json)
  if ('complaints' in reading) throw new Error(reading.complaints.join('\n'))
  return reading.settings
}

function complaintsOf(json: unknown): string[] {
  const reading = read(json)
  return 'complaints' in reading ? reading.complaints : []
}

const QUOTA = {
  source: 'csv',
  who: 'rep:1',
  metric: 'revenue',
  from: '2026-10-01',
  to: '2026-11-01',
  target: '5000',
}
const DIGEST = { name: 'North', channel: 'C012AB3CD', scope: 'team:9001', zone: 'Europe/Copenhagen' }

describe('a settings document', () => {
  test('without keys changes nothing', () => {
    expect(read({})).toEqual({ settings: {} })
  })

  test('of a whole account is taken unchanged', () => {
    const golden: unknown = JSON.parse(readFileSync('test/golden/settings.json', 'utf8'))

    expect(settingsOf(golden)).toEqual(golden)
  })

  test('takes amounts, rates and points as numbers too, and keeps them as decimal text', () => {
    const settings = settingsOf({
      commission: {
        tiers: [
          { from: 0, rate: 0.18 },
          { from: 1, rate: '0.250' },
        ],
      },
      scorecard: [{ metric: 'emails', points: 0.5, benchmark: 30 }],
      benchmarks: { 'team:9001': { calls: 22.5 } },
      repCost: { 70000001: [{ from: '2026-01', monthly: 6000 }] },
      quotas: [{ ...QUOTA, target: 1e-7 }],
    })

    expect(settings).toEqual({
      commission: {
        tiers: [
          { from: '0', rate: '0.18' },
          { from: '1', rate: '0.250' },
        ],
      },
      scorecard: [{ metric: 'emails', points: '0.5', benchmark: '30' }],
      benchmarks: { 'team:9001': { calls: '22.5' } },
      repCost: { '70000001': [{ from: '2026-01', monthly: '6000' }] },
      quotas: [{ ...QUOTA, target: '1e-7' }],
    })
  })

  test('fills in the defaults of a digest', () => {
    expect(settingsOf({ digests: [DIGEST] }).digests).toEqual([
      {
        ...DIGEST,
        days: [1, 2, 3, 4, 5],
        time: '09:00',
        top: 5,
        board: 'revenue',
        columns: ['calls', 'meetings', 'revenue'],
        quotaColumn: true,
        weekly: true,
        monthly: true,
        staleMinutes: 60,
        enabled: true,
      },
    ])
  })

  test('fills in the defaults of roles, alerts and retention', () => {
    const settings = settingsOf({
      roles: [{ user: 'ana@example.com', role: 'coach' }],
      alerts: {},
      retention: { audit: 800 },
    })

    expect(settings).toEqual({
      roles: [{ user: 'ana@example.com', role: 'coach', teams: [], groups: [], reps: [] }],
      alerts: { enabled: false, tellRep: true, rules: {} },
      retention: { facts: null, incidents: 180, messages: 30, audit: 800 },
    })
  })

  test('sorts weekdays and drops duplicates', () => {
    expect(settingsOf({ workingWeekdays: [5, 1, 5, 3] })).toEqual({ workingWeekdays: [1, 3, 5] })
  })

  test('with several faults yields all of them, and nothing is taken', () => {
    expect(
      read({ weekStart: 8, leave: { 7: [['2026-02-30', '2026-03-01']] }, colour: 'red', language: 'da' }),
    ).toEqual({
      complaints: [
        'weekStart: must be a whole number from 1 to 7',
        'leave.7[0][0]: must be a day that exists, as YYYY-MM-DD',
        'colour: is not a settings key',
      ],
    })
  })

  test.each<[unknown, string]>([
    [[], 'The settings document must be one JSON object.'],
    [null, 'The settings document must be one JSON object.'],
    [{ tracked: [70000001] }, 'tracked[0]: must be a HubSpot id (digits), as text'],
    [{ tracked: ['ana'] }, 'tracked[0]: must be a HubSpot id (digits)'],
    [{ weekStart: '1' }, 'weekStart: must be a whole number from 1 to 7'],
    [{ fiscalYearStartMonth: 13 }, 'fiscalYearStartMonth: must be a whole number from 1 to 12'],
    [{ workingWeekdays: [0] }, 'workingWeekdays[0]: must be a whole number from 1 to 7'],
    [{ workingWeekdays: [] }, 'workingWeekdays: must hold at least one weekday'],
    [{ hoursPerDay: 25 }, 'hoursPerDay: must be a number from 0.25 to 24'],
    [{ dayStart: '9:00' }, 'dayStart: must be a time of day from 00:00 to 23:59, as HH:MM'],
    [{ dayStart: '24:00' }, 'dayStart: must be a time of day from 00:00 to 23:59, as HH:MM'],
    [
      { teamZones: { 9001: 'Mars/Base' } },
      'teamZones.9001: must be an IANA time zone such as Europe/Copenhagen',
    ],
    [{ holidays: { denmark: [] } }, 'holidays.denmark: the key must be "default" or a team id'],
    [
      { holidays: { default: ['2026-02-29'] } },
      'holidays.default[0]: must be a day that exists, as YYYY-MM-DD',
    ],
    [{ leave: { 7: [['2026-03-02', '2026-03-01']] } }, 'leave.7[0]: must not end before it begins'],
    [{ leave: { 7: [['2026-03-02']] } }, 'leave.7[0]: must be [first day, last day]'],
    [{ leaveLowersTarget: 'no' }, 'leaveLowersTarget: must be true or false'],
    [{ pace: 'even' }, 'pace: must be "past" or "straight"'],
    [{ costProperty: ' ' }, 'costProperty: must be a text that is not blank'],
    [
      { repCost: { 7: [{ from: '2026-13', monthly: '1' }] } },
      'repCost.7[0].from: must be a month, as YYYY-MM',
    ],
    [
      { repCost: { 7: [{ from: '2026-01', monthly: '12,500' }] } },
      'repCost.7[0].monthly: must be a decimal number from 0 to 10000000000000',
    ],
    [
      {
        repCost: {
          7: [
            { from: '2026-01', monthly: 1 },
            { from: '2026-01', monthly: 2 },
          ],
        },
      },
      'repCost.7: must name each month once',
    ],
    [{ quotas: [{ ...QUOTA, to: '2026-10-01' }] }, 'quotas[0].to: must be after "from"'],
    [{ quotas: [{ ...QUOTA, who: 'ana' }] }, 'quotas[0].who: must be "rep:<owner id>" or "team:<team id>"'],
    [
      { quotas: [{ ...QUOTA, metric: 'wins' }] },
      'quotas[0].metric: must be the id of a metric that adds up over days',
    ],
    [
      { quotas: [{ ...QUOTA, metric: 'win_rate' }] },
      'quotas[0].metric: must be the id of a metric that adds up over days',
    ],
    [
      { quotas: [{ ...QUOTA, target: 0 }] },
      'quotas[0].target: must be a decimal number above 0 and up to 10000000000000',
    ],
    [
      { quotas: [{ ...QUOTA, target: true }] },
      'quotas[0].target: must be a decimal number above 0 and up to 10000000000000',
    ],
    [
      { quotas: [{ ...QUOTA, at: '2026-11-01' }] },
      'quotas[0].at: must be an instant such as 2026-11-01T09:00:00Z',
    ],
    [{ quotas: [{ ...QUOTA, source: 'hubspot' }] }, 'quotas[0].source: must be "csv" or "slack"'],
    [{ quotas: [{ ...QUOTA, note: '' }] }, 'quotas[0].note: is not a settings key'],
    [{ quotas: {} }, 'quotas: must be a list'],
    [
      {
        commission: {
          tiers: [
            { from: 1, rate: 0.2 },
            { from: 0, rate: 0.1 },
          ],
        },
      },
      'commission.tiers: must rise: each "from" has to be above the one before',
    ],
    [{ commission: { tiers: [] } }, 'commission.tiers: must hold at least one tier'],
    [
      { scorecard: [{ metric: 'pace', points: 1, benchmark: 1 }] },
      'scorecard[0].metric: must be the id of a metric that adds up over days',
    ],
    [
      { scorecard: [{ metric: 'margin', points: 1, benchmark: 1 }] },
      'scorecard[0].metric: is private: scores are public',
    ],
    [
      {
        scorecard: [
          { metric: 'calls', points: 1, benchmark: 1 },
          { metric: 'calls', points: 2, benchmark: 1 },
        ],
      },
      'scorecard: must name each metric once',
    ],
    [{ benchmarks: { 'rep:1': { fun: 1 } } }, 'benchmarks["rep:1"].fun: the key must be the id of a metric'],
    [{ visibility: 'all' }, 'visibility: must be "named", "top" or "team"'],
    [{ language: 'fr' }, `language: must be one of ${KNOWN_NAMES.languages.join(', ')}`],
    [{ groups: { Big: { reps: ['x'] } } }, 'groups.Big.reps[0]: must be a HubSpot id (digits)'],
    [{ links: { ana: '1' } }, 'links.ana: the key must be a Slack user id such as U012AB3CD'],
    [
      { roles: [{ user: 'ana', role: 'admin' }] },
      'roles[0].user: must be a Slack user id such as U012AB3CD or an e-mail',
    ],
    [
      { roles: [{ user: 'U012AB3CD', role: 'boss' }] },
      'roles[0].role: must be "admin", "manager" or "coach"',
    ],
    [{ privateNumbers: ['ana@example.com'] }, 'privateNumbers[0]: must be a Slack user id such as U012AB3CD'],
    [
      { digests: [{ ...DIGEST, channel: '#sales' }] },
      'digests[0].channel: must be a Slack channel id such as C012AB3CD (not a name)',
    ],
    [
      { digests: [{ ...DIGEST, scope: 'north' }] },
      'digests[0].scope: must be "everyone", "team:<team id>" or "group:<name>"',
    ],
    [{ digests: [{ ...DIGEST, zone: undefined }] }, 'digests[0].zone: must be a time zone, as text'],
    [{ digests: [{ ...DIGEST, board: 'bookings' }] }, 'digests[0].board: must be the id of a metric'],
    [
      { digests: [{ ...DIGEST, columns: ['calls', 'dials', 'emails', 'notes'] }] },
      'digests[0].columns: must hold at most 3 metrics',
    ],
    [
      { digests: [{ ...DIGEST, columns: ['calls', 'calls'] }] },
      'digests[0].columns: must name each metric once',
    ],
    [{ digests: [DIGEST, { ...DIGEST, name: ' north' }] }, 'digests[1].name: is the name of another digest'],
    [{ digests: [{ ...DIGEST, top: 0 }] }, 'digests[0].top: must be a whole number from 1 to 20'],
    [
      { alerts: { rules: { behind: { enabled: 'yes' } } } },
      'alerts.rules.behind.enabled: must be true or false',
    ],
    [{ alerts: 'on' }, 'alerts: must be an object'],
    [{ alerts: { enabled: true } }, 'alerts.enabled: has no effect yet: leave it out'],
    [{ alerts: { rules: { behind: { below: 0.7 } } } }, 'alerts.rules: has no effect yet: leave it out'],
    [{ retention: { facts: 800 } }, 'retention.facts: has no effect yet: leave it out'],
    [{ retention: { incidents: 90 } }, 'retention.incidents: has no effect yet: leave it out'],
    [{ retention: { audit: 0 } }, 'retention.audit: must be a whole number from 1 to 36500'],
    [JSON.parse('{"groups": {"__proto__": {}}}'), 'groups.__proto__: cannot be used as a key'],
  ])('%j is refused, with the path of the value', (json, complaint) => {
    expect(complaintsOf(json)).toEqual([complaint])
  })

  test('accepts only the metrics and languages that it is given', () => {
    const [calls, none] = [new Set(['calls']), new Set<string>()]
    const metrics = { all: calls, additive: calls, money: none, private: none }
    const known = { metrics, languages: ['en'], meaningOf: () => null }

    expect(readSettingsDocument({ quotas: [{ ...QUOTA, metric: 'calls' }] }, known)).toHaveProperty(
      'settings',
    )
    expect(readSettingsDocument({ quotas: [QUOTA] }, known)).toHaveProperty('complaints')
    expect(readSettingsDocument({ language: 'en' }, known)).toHaveProperty('settings')
    expect(readSettingsDocument({ language: 'da' }, known)).toHaveProperty('complaints')
  })
})

describe('an exported settings document', () => {
  test('of the defaults imports back to the defaults', () => {
    expect(settingsOf(JSON.parse(exportSettings(DEFAULT_SETTINGS)))).toEqual(DEFAULT_SETTINGS)
  })

  test('imports back to the same settings, whatever they are', () => {
    fc.assert(
      fc.property(someSettings, (settings) => {
        expect(settingsOf(JSON.parse(exportSettings(settings)))).toEqual(settings)
      }),
      { numRuns: 40 },
    )
  })

  test('is readable, with one key per line', () => {
    expect(exportSettings({ weekStart: 7, optOut: [] })).toBe('{\n  "weekStart": 7,\n  "optOut": []\n}\n')
  })
})

const id = fc.bigInt({ min: 1n, max: 10n ** 18n }).map(String)
const ids = fc.uniqueArray(id, { maxLength: 4 })
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const days = fc.tuple(day, day).map(([a, b]): [string, string] => (a < b ? [a, b] : [b, a]))
const weekdays = fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 })
const name = fc
  .string({ minLength: 1, maxLength: 20 })
  .filter((text) => /\S/.test(text) && text !== '__proto__')
const amount = fc.tuple(fc.nat(999_999), fc.nat(99)).map(([major, minor]) => `${major}.${minor}`)
const zone = fc.constantFrom('Europe/Copenhagen', 'Asia/Jakarta', 'UTC', 'America/New_York')
const metric = fc.constantFrom('calls', 'meetings', 'revenue', 'deals_won')
const visibility = fc.constantFrom('named' as const, 'top' as const, 'team' as const)

const digest = fc.record({
  name,
  channel: fc.constant('C012AB3CD'),
  scope: fc.oneof(
    fc.constant('everyone'),
    id.map((team) => `team:${team}`),
  ),
  days: weekdays,
  time: fc.constantFrom('00:00', '09:00', '23:59'),
  zone,
  visibility,
  top: fc.integer({ min: 1, max: 20 }),
  board: metric,
  columns: fc.uniqueArray(metric, { maxLength: 3 }),
  quotaColumn: fc.boolean(),
  weekly: fc.boolean(),
  monthly: fc.boolean(),
  staleMinutes: fc.integer({ min: 1, max: 1440 }),
  enabled: fc.boolean(),
})

const quota = fc
  .record({
    source: fc.constantFrom('csv' as const, 'slack' as const),
    who: id,
    metric,
    days,
    target: amount,
  })
  .filter(({ days: [from, to], target }) => from < to && Number(target) > 0)
  .map(({ days: [from, to], who, ...rest }) => ({ ...rest, who: `rep:${who}`, from, to }))

const someSettings: fc.Arbitrary<Partial<Settings>> = fc.record(
  {
    tracked: fc.option(ids),
    weekStart: fc.integer({ min: 1, max: 7 }),
    workingWeekdays: weekdays,
    hoursPerDay: fc.double({ min: 0.25, max: 24, noNaN: true }),
    teamZones: fc.dictionary(id, zone),
    holidays: fc.dictionary(fc.oneof(fc.constant('default'), id), fc.array(day)),
    leave: fc.dictionary(id, fc.array(days)),
    repWeekdays: fc.dictionary(id, weekdays),
    startedOn: fc.dictionary(id, day),
    quotas: fc.array(quota, { maxLength: 4 }),
    visibility: fc.option(visibility),
    groups: fc.dictionary(name, fc.record({ reps: ids, teams: ids })),
    optOut: ids,
    digests: fc.uniqueArray(digest, { maxLength: 3, selector: (each) => each.name.trim().toLowerCase() }),
  },
  { requiredKeys: [] },
)
