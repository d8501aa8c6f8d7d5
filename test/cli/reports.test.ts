/** Commands that only read a filled store: reports, metrics, digests, tallies and settings. */

import { copyFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createCatalogue } from '../../src/domain/metrics/catalogue.ts'
import { hubSpotWords } from '../../src/hubspot/words.ts'
import { readReport } from '../../src/reports/report.ts'
import { openStore } from '../../src/store/store.ts'
import { ANA, DIGEST } from '../company.ts'
import { type FilledCompany, filledCompany } from './company-store.ts'

const catalogue = createCatalogue()

const now = Date.now()
const at = new Date(now).toISOString()
let world: FilledCompany

beforeAll(async () => {
  world = await filledCompany({ now, days: 40 })
})
afterAll(() => world.end())

const path = (name: string) => join(world.folder.path, name)

describe('report', () => {
  test('is the document that the use case produces, for each period as typed', async () => {
    const periods = ['this month', 'last 7 days', 'Q3', 'Last  Friday', '1 oct to 15 oct']
    const typed = periods.flatMap((period) => ['--period', period])
    const { code, stdout } = await world.run(['report', ...typed, '--at', at, '--json'])
    const store = await openStore({ kind: 'sqlite', path: path('scoreline.db') })
    const expected = await readReport(
      { store, clock: { now: () => now }, words: hubSpotWords },
      { periods, at: now },
    )
    await store.close()
    const report = JSON.parse(stdout)

    expect(code).toBe(0)
    expect(report).toEqual(expected)
    expect(Object.keys(report)).toEqual([...periods, '_data_quality', '_meta'])
    expect(report['last 7 days'].everyone.calls.value).toBeGreaterThan(100)
  })

  test('--at computes as of that moment: what came later counts nowhere', async () => {
    const before = new Date(now - 60 * 86_400_000).toISOString()
    const { stdout } = await world.run(['report', '--period', 'this year', '--at', before])

    expect(JSON.parse(stdout)['this year'].everyone.calls.value).toBe(0)
  })
})

test('a period that ends before it begins is incorrect usage', async () => {
  const period = ['--period', '15 oct to 1 oct']
  const said = await Promise.all([
    world.run(['report', ...period]),
    world.run(['metric', 'calls', ...period]),
  ])

  for (const { code, stdout, stderr } of said) {
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain("'15 oct to 1 oct' is not a period: it ends before it begins.")
  }
})

describe('metric', () => {
  test('is the same number as in the report, for a rep, a team and everyone', async () => {
    const common = ['--period', 'last 7 days', '--at', at]
    const { stdout } = await world.run(['report', ...common])
    const sheet = JSON.parse(stdout)['last 7 days']
    const asked = [
      { metric: 'calls', of: ['--rep', ANA], scope: `rep:${ANA}` },
      { metric: 'win_rate', of: ['--team', '301'], scope: 'team:301' },
      { metric: 'revenue', of: [], scope: 'everyone' },
    ]

    const found = await Promise.all(
      asked.map(({ metric, of }) => world.run(['metric', metric, ...of, ...common, '--json'])),
    )

    for (const [index, { metric, scope }] of asked.entries()) {
      expect(JSON.parse(found[index]?.stdout ?? ''), metric).toMatchObject(sheet[scope][metric])
    }
  })

  test('is one line with its name and unit for people', async () => {
    const { stdout } = await world.run(['metric', 'revenue', '--period', 'last 30 days', '--at', at])

    expect(stdout).toMatch(/^Bookings: €[\d,.]+ {2}\(20\d\d-\d\d-\d\d to before 20\d\d-\d\d-\d\d\)\n$/)
  })

  test('names what does not exist', async () => {
    const rep = await world.run(['metric', 'calls', '--rep', '12', '--period', 'today'])

    expect([rep.code, rep.stdout]).toEqual([2, ''])
    expect(rep.stderr).toMatch(/no such rep or team/)
  })
})

describe('digest', () => {
  test('list says channel, scope and next post', async () => {
    const { code, stdout } = await world.run(['digest', 'list'])

    expect(code).toBe(0)
    expect(stdout).toMatch(/^morning: C0SALES, everyone, next 20\d\d-\d\d-\d\d 08:00 Europe\/Copenhagen\n$/)
  })

  test('list as JSON has the settings, the next post and the last slots of each', async () => {
    const { code, stdout } = await world.run(['digest', 'list', '--json'])

    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject([
      { ...DIGEST, isActive: true, next: expect.stringMatching(/^20\d\d-.*Z$/), slots: [] },
    ])
  })

  test('preview is the post with its blocks and the table of its thread, without posting it', async () => {
    const { code, stdout } = await world.run(['digest', 'preview', DIGEST.name, '--at', at, '--json'])
    const preview = JSON.parse(stdout)

    expect(code).toBe(0)
    expect(Object.keys(preview)).toEqual(['period', 'asOf', 'text', 'blocks', 'thread', '_meta'])
    expect(preview._meta).toEqual({ incomplete: {} })
    expect(Date.parse(preview.asOf)).toBeLessThanOrEqual(Date.now())
    expect(preview.blocks.length).toBeGreaterThan(0)
    expect(preview.text).toContain('Everyone')
    expect(preview.thread[0].blocks.map(({ type }: { type: string }) => type)).toContain('data_table')
    expect(world.company.slack.workspace.messages).toEqual([])
  })

  test('preview says nothing but the progress while a type it depends on is being read', async () => {
    copyFileSync(path('scoreline.db'), path('kept.db'))
    forgetWhole(path('scoreline.db'), 'deals')
    const { code, stdout, stderr } = await world.run(['digest', 'preview', DIGEST.name, '--at', at, '--json'])
    const trend = await world.run(['metric', 'revenue', '--period', 'today', '--by', 'day', '--json'])
    rmSync(path('scoreline.db'))
    copyFileSync(path('kept.db'), path('scoreline.db'))
    const incomplete = { deals: { reason: 'loading', progress: 0.25 } }

    expect([code, stderr]).toEqual([1, expect.stringMatching(/has not been read completely yet/)])
    expect(JSON.parse(stdout)).toMatchObject({
      text: null,
      blocks: null,
      thread: null,
      _meta: { incomplete },
    })
    expect(JSON.parse(trend.stdout)).toMatchObject({ whole: { value: null }, _meta: { incomplete } })
  })

  test('preview is plain text for people: at most 12 lines of at most 40 characters, then the thread', async () => {
    const { stdout } = await world.run(['digest', 'preview', DIGEST.name, '--at', at])
    const [post = ''] = stdout.split('\n\n')
    const lines = post.split('\n')

    expect(lines.length).toBeLessThanOrEqual(12)
    expect(lines.filter((line) => [...line].length > 40)).toEqual([])
    expect(stdout).toContain('Ana Sørensen')
  })
})

describe('verify', () => {
  test('a store as the bot wrote it has no differences', async () => {
    const { code, stdout } = await world.run(['verify'])

    expect(code).toBe(0)
    expect(stdout).toMatch(/^\d?\d,\d{3} facts, [\d,]+ tallies, 0 differences\n$/)
  })

  test('a number that somebody changed is named with its day and owner, and is a failure', async () => {
    copyFileSync(path('scoreline.db'), path('kept.db'))
    tamper(path('scoreline.db'))
    const { code, stdout } = await world.run(['verify'])
    rmSync(path('scoreline.db'))
    copyFileSync(path('kept.db'), path('scoreline.db'))

    expect(code).toBe(1)
    expect(stdout).toMatch(/ 1 differences\n/)
    expect(stdout).toMatch(
      new RegExp(`^ {2}20\\d\\d-\\d\\d-\\d\\d owner ${ANA} \\w+: stored (\\d+), expected \\d+\\n$`, 'm'),
    )
  })
})

/** As during the first fill of the type: a quarter of it has been read. */
function forgetWhole(file: string, type: string): void {
  const database = new DatabaseSync(file)
  database.prepare('update cursors set as_of = null, filled = 25, total = 100 where type = ?').run(type)
  database.close()
}

/** Adds 7 to one of Ana's tallies. */
function tamper(file: string): void {
  const database = new DatabaseSync(file)
  const { changes } = database
    .prepare(
      'update tallies set amount = amount + 7 where (rep, day, tally) = (select rep, day, tally from tallies where rep = ? limit 1)',
    )
    .run(ANA)
  database.close()
  expect(changes).toBe(1)
}

describe('settings', () => {
  test('imports nothing if one key is bad, and lists all complaints at once', async () => {
    const before = await world.run(['settings', 'export'])
    const bad = { visibility: 'top', weekStart: 9, digest: [], digests: [{ name: 'x', time: '25:00' }] }
    writeFileSync(path('bad.json'), JSON.stringify(bad))
    const { code, stdout, stderr } = await world.run(['settings', 'import', 'bad.json'])
    const after = await world.run(['settings', 'export'])

    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^Nothing was imported from bad\.json:/)
    for (const key of ['weekStart', 'digest', 'digests[0].time', 'digests[0].channel', 'digests[0].scope']) {
      expect(stderr).toContain(`  - ${key}: `)
    }
    expect(after.stdout).toBe(before.stdout)
  })

  test('says that a file is not valid JSON', async () => {
    writeFileSync(path('bad.json'), '{ "visibility": ')
    const { code, stderr } = await world.run(['settings', 'import', 'bad.json'])

    expect(code).toBe(2)
    expect(stderr).toMatch(/bad\.json is not valid JSON/)
  })

  test('an export imports to the same settings again, from standard input as well', async () => {
    const { stdout } = await world.run(['settings', 'export'])
    const changed = { ...JSON.parse(stdout), visibility: 'top', repWeekdays: { [ANA]: [1, 2, 3] } }
    const imported = await world.run(['settings', 'import', '-'], JSON.stringify(changed))
    const after = await world.run(['settings', 'export'])
    await world.run(['settings', 'import', '-'], stdout)
    const back = await world.run(['settings', 'export'])

    expect(imported.code).toBe(0)
    expect(imported.stderr).toMatch(/^Imported: .*visibility/)
    expect(JSON.parse(after.stdout)).toEqual(changed)
    expect(JSON.parse(stdout)).toMatchObject({ visibility: 'named', digests: [DIGEST] })
    expect(back.stdout).toBe(stdout)
  })

  test('only the keys of the file change', async () => {
    const { stdout } = await world.run(['settings', 'export'])
    await world.run(['settings', 'import', '-'], '{ "weekStart": 7 }')
    const after = await world.run(['settings', 'export'])
    await world.run(['settings', 'import', '-'], stdout)

    expect(JSON.parse(after.stdout)).toEqual({ ...JSON.parse(stdout), weekStart: 7 })
  })
})

test('the report has every metric of the catalogue', async () => {
  const { stdout } = await world.run(['report', '--period', 'today', '--at', at])
  const { everyone } = JSON.parse(stdout).today

  for (const { id } of catalogue.all) {
    expect(Object.keys(everyone[id] ?? {}), id).toEqual(['value', 'numerator', 'denominator'])
  }
})
