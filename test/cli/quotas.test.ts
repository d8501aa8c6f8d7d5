/** Quotas from a file: imported completely or not at all. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { QuotaSetting } from '../../src/domain/company/settings.ts'
import type { Goal } from '../../src/domain/quotas/goal.ts'
import { openStore } from '../../src/store/store.ts'
import { anAccount, anOwner } from '../builders.ts'
import { aFolder, type Folder, scoreline } from './command.ts'

const SLACK: QuotaSetting = {
  source: 'slack',
  who: 'rep:1',
  metric: 'revenue',
  from: '2026-10-01',
  to: '2026-11-01',
  target: '4000',
}

let folder: Folder
beforeAll(async () => {
  folder = aFolder()
  const store = await openStore({ kind: 'sqlite', path: join(folder.path, 'scoreline.db') })
  const bo = anOwner({ id: '2', firstName: 'Bo', lastName: 'Berg', email: 'bo@example.com' })
  await store.directory.saveAccount(anAccount())
  await store.directory.saveOwners([anOwner(), bo], [{ id: '11', name: 'North' }])
  await store.settings.save({ quotas: [SLACK], tracked: ['1'] })
  await store.close()
})
afterAll(() => folder.remove())

function run(args: string[], input?: string) {
  const env = { DATABASE_URL: 'sqlite:scoreline.db' }
  return scoreline(args, { folder: folder.path, env, ...(input !== undefined && { input }) })
}

async function quotas(): Promise<QuotaSetting[]> {
  const store = await openStore({ kind: 'sqlite', path: join(folder.path, 'scoreline.db') })
  const { quotas } = await store.settings.read()
  await store.close()
  return quotas
}

function write(text: string | Uint8Array): void {
  writeFileSync(join(folder.path, 'quotas.csv'), text)
}

const TABLE = 'who,metric,from,to,target\r\nana@example.com,revenue,2026-10-01,2026-12-31,12000\r\n'

describe('quotas import', () => {
  test('imports nothing if one line is bad, and names all bad lines at once', async () => {
    const before = await quotas()
    write(
      `${TABLE}eve@example.com,revenue,2026-10-01,2026-12-31,1\nteam:North,pace,2026-10-01,2026-09-30,1\n`,
    )
    const { code, stdout, stderr } = await run(['quotas', 'import', 'quotas.csv'])

    expect([code, stdout]).toEqual([2, ''])
    expect(stderr.trim().split('\n')).toEqual([
      'Nothing was imported from quotas.csv:',
      '  - line 3: there is no HubSpot owner with the e-mail eve@example.com',
      '  - line 4: metric "pace" does not add up over days, so it cannot have a quota',
    ])
    expect(await quotas()).toEqual(before)
  })

  test('adds quotas to the existing ones; the same file again changes nothing', async () => {
    write(`\uFEFF${TABLE}team:north,calls,2026-10-01,2026-10-31,400\r\n`)
    const first = await run(['quotas', 'import', 'quotas.csv'])
    const taken = await quotas()
    const second = await run(['quotas', 'import', 'quotas.csv'])

    expect(first.code).toBe(0)
    expect(first.stdout.trim().split('\n')).toEqual([
      expect.stringMatching(/^Ana Sørensen: Bookings, 2026-10-01 to 2026-12-31, €12,000/),
      expect.stringMatching(/^North: Calls, 2026-10-01 to 2026-10-31, 400/),
    ])
    expect(first.stderr).toBe('Quotas of quotas.csv: 2 new, 0 changed, 0 unchanged.\n')
    expect(taken).toEqual([
      SLACK,
      {
        source: 'csv',
        who: 'rep:1',
        metric: 'revenue',
        from: '2026-10-01',
        to: '2027-01-01',
        target: '12000',
        at: expect.stringMatching(/^20\d\d-\d\d-\d\dT.*Z$/),
      },
      expect.objectContaining({ who: 'team:11', metric: 'calls', to: '2026-11-01', target: '400' }),
    ])
    expect(second.stderr).toBe('Quotas of quotas.csv: 0 new, 0 changed, 2 unchanged.\n')
    expect(await quotas()).toEqual(taken)
  })

  test('a changed target replaces the one of the earlier file, from standard input as well', async () => {
    const { code, stderr } = await run(['quotas', 'import', '-'], TABLE.replace('12000', '15000'))
    const about = (await quotas()).filter(({ who, to }) => who === 'rep:1' && to === '2027-01-01')

    expect([code, stderr]).toEqual([0, 'Quotas of -: 0 new, 1 changed, 0 unchanged.\n'])
    expect(about.map(({ target }) => target)).toEqual(['15000'])
  })

  test('names the reps with quotas that count nowhere', async () => {
    const { code, stderr } = await run(['quotas', 'import', '-'], TABLE.replace('ana@', 'bo@'))

    expect(code).toBe(0)
    expect(stderr).toContain('Not tracked, so these count nowhere: Bo Berg (2).')
  })

  test('says what is wrong with a file that is not a table', async () => {
    write(
      Uint8Array.from(
        Buffer.from('who,metric,from,to,target\nteam:Øst,calls,2026-10-01,2026-10-31,1\n', 'latin1'),
      ),
    )
    const [latin1, absent] = await Promise.all([
      run(['quotas', 'import', 'quotas.csv']),
      run(['quotas', 'import', 'absent.csv']),
    ])

    expect([latin1.code, absent.code]).toEqual([2, 2])
    expect(latin1.stderr).toMatch(/^quotas\.csv is neither UTF-8 nor UTF-16 text/)
    expect(absent.stderr).toMatch(/^absent\.csv cannot be read/)
  })

  test.each([
    ['UTF-16 as Excel writes it', Buffer.from(`\uFEFF${TABLE.replaceAll(',', '\t')}`, 'utf16le')],
    ['UTF-16 from the other end', Buffer.from(`\uFEFF${TABLE}`, 'utf16le').swap16()],
  ])('reads %s', async (_what, bytes) => {
    write(bytes)
    const { code, stderr } = await run(['quotas', 'import', 'quotas.csv'])

    expect([code, stderr]).toEqual([0, expect.stringMatching(/^Quotas of quotas\.csv: \d new, \d changed/)])
  })

  test('refuses an ambiguous amount, and imports nothing', async () => {
    const before = await quotas()
    write('who;metric;from;to;target\nana@example.com;revenue;2026-11-01;2026-11-30;12.500\n')
    const { code, stdout, stderr } = await run(['quotas', 'import', 'quotas.csv'])

    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain('line 2: target "12.500" may mean 12500 or 12.5: write 12500 or 12.50')
    expect(await quotas()).toEqual(before)
  })

  test('prints every digit of what was imported', async () => {
    const { stdout } = await run(
      ['quotas', 'import', '-'],
      'who;metric;from;to;target\n1;Talk time;2026-Q1;;7,5\n1;revenue;2026-Q1;;€ 12.500,05\n',
    )

    expect(stdout.trim().split('\n')).toEqual([
      expect.stringMatching(/^Ana Sørensen: Bookings, 2026-01-01 to 2026-03-31, €12,500\.05/),
      expect.stringMatching(/^Ana Sørensen: Talk time, 2026-01-01 to 2026-03-31, 7\.5 h/),
    ])
  })

  test('refuses until HubSpot has been read: without people no name means anything', async () => {
    const empty = aFolder()
    const { code, stderr } = await scoreline(['quotas', 'import', '-'], { folder: empty.path, input: TABLE })
    empty.remove()

    expect(code).toBe(1)
    expect(stderr).toContain("Run 'scoreline sync' first")
  })
})

describe('quotas list', () => {
  const aGoal = (id: string, from: string, to: string): Goal => ({
    ...{ id, name: null, measures: { value: 'revenue' }, pipelineLimits: [], filteredBy: [], madeAt: 0 },
    who: { value: { kind: 'rep', ownerId: '2' } },
    days: { value: { from, to } },
    plainTarget: { value: '48000' },
    moneyTarget: { value: '4800000' },
  })
  let own: Folder
  const list = (...args: string[]) =>
    scoreline(['quotas', 'list', ...args], { folder: own.path, env: { DATABASE_URL: 'sqlite:scoreline.db' } })

  beforeAll(async () => {
    own = aFolder()
    const store = await openStore({ kind: 'sqlite', path: join(own.path, 'scoreline.db') })
    const bo = anOwner({ id: '2', firstName: 'Bo', lastName: 'Berg', email: 'bo@example.com' })
    await store.directory.saveAccount(anAccount())
    await store.directory.saveOwners([anOwner(), bo], [{ id: '11', name: 'North' }])
    const goals = [aGoal('1', '2026-01-01', '2027-01-01'), aGoal('2', '2020-01-01', '2100-01-01')]
    await store.directory.saveGoals({ goals, unreadable: [] })
    const csv = { source: 'csv', who: 'team:11', metric: 'calls', target: '400' } as const
    const slack = { source: 'slack', who: 'rep:2', metric: 'revenue', target: '50000.50' } as const
    await store.settings.save({
      quotas: [
        { ...csv, from: '2020-01-01', to: '2021-01-01' },
        { ...csv, from: '2090-01-01', to: '2091-01-01' },
        { ...slack, from: '2020-01-01', to: '2100-01-01' },
      ],
    })
    await store.close()
  })
  afterAll(() => own.remove())

  test('has all of them by source, with holder, metric, days and target, and what applies today', async () => {
    const { code, stdout } = await list()

    expect(code).toBe(0)
    expect(stdout.trim().split('\n')).toEqual([
      'HubSpot goals',
      '  Bo Berg: Bookings, 2020-01-01 to 2099-12-31, €48,000  (replaced today by another quota)',
      expect.stringMatching(
        /^ {2}Bo Berg: Bookings, 2026-01-01 to 2026-12-31, €48,000 {2}\((replaced today|over)/,
      ),
      'CSV files',
      '  North: Calls, 2020-01-01 to 2020-12-31, 400  (over)',
      '  North: Calls, 2090-01-01 to 2090-12-31, 400  (later)',
      'Slack',
      '  Bo Berg: Bookings, 2020-01-01 to 2099-12-31, €50,000.50',
    ])
  })

  test('as JSON is what the settings would contain, plus the name and the state', async () => {
    const rows = JSON.parse((await list('--json')).stdout)

    expect(rows).toHaveLength(5)
    expect(rows[0]).toEqual({
      ...{ source: 'hubspot', who: 'rep:2', name: 'Bo Berg', metric: 'revenue' },
      ...{ from: '2020-01-01', to: '2100-01-01', target: '48000', state: 'replaced' },
    })
    expect(rows[4]).toMatchObject({ source: 'slack', target: '50000.5', state: 'inForce' })
  })
})
