/** Quotas of a file: taken whole or not at all. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { QuotaSetting } from '../../src/domain/company/settings.ts'
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
  test('one bad line and nothing is taken; all bad lines are named at once', async () => {
    const before = await quotas()
    write(
      `${TABLE}eve@example.com,revenue,2026-10-01,2026-12-31,1\nteam:North,pace,2026-10-01,2026-09-30,1\n`,
    )
    const { code, stdout, stderr } = await run(['quotas', 'import', 'quotas.csv'])

    expect([code, stdout]).toEqual([2, ''])
    expect(stderr.trim().split('\n')).toEqual([
      'Nothing was imported from quotas.csv:',
      '  - line 3: there is no HubSpot owner with the e-mail eve@example.com',
      '  - line 4: metric "pace" does not add up over days, so that it can have no quota',
    ])
    expect(await quotas()).toEqual(before)
  })

  test('puts quotas beside those that are there; the same file again changes nothing', async () => {
    write(`\uFEFF${TABLE}team:north,calls,2026-10-01,2026-10-31,400\r\n`)
    const first = await run(['quotas', 'import', 'quotas.csv'])
    const taken = await quotas()
    const second = await run(['quotas', 'import', 'quotas.csv'])

    expect([first.code, first.stdout]).toEqual([0, ''])
    expect(first.stderr).toBe('Quotas of quotas.csv: 2 new, 0 changed, 0 as they were.\n')
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
    expect(second.stderr).toBe('Quotas of quotas.csv: 0 new, 0 changed, 2 as they were.\n')
    expect(await quotas()).toEqual(taken)
  })

  test('a changed target replaces the one of the earlier file, also from standard input', async () => {
    const { code, stderr } = await run(['quotas', 'import', '-'], TABLE.replace('12000', '15000'))
    const about = (await quotas()).filter(({ who, to }) => who === 'rep:1' && to === '2027-01-01')

    expect([code, stderr]).toEqual([0, 'Quotas of -: 0 new, 1 changed, 0 as they were.\n'])
    expect(about.map(({ target }) => target)).toEqual(['15000'])
  })

  test('says whose quotas count nowhere', async () => {
    const { code, stderr } = await run(['quotas', 'import', '-'], TABLE.replace('ana@', 'bo@'))

    expect(code).toBe(0)
    expect(stderr).toContain('Not tracked, so that these count nowhere: Bo Berg (2).')
  })

  test('says what is wrong with a file that is no table', async () => {
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
    expect(latin1.stderr).toMatch(/^quotas\.csv is no UTF-8 text/)
    expect(absent.stderr).toMatch(/^absent\.csv cannot be read/)
  })

  test('waits until HubSpot was read: without people no name means anything', async () => {
    const empty = aFolder()
    const { code, stderr } = await scoreline(['quotas', 'import', '-'], { folder: empty.path, input: TABLE })
    empty.remove()

    expect(code).toBe(1)
    expect(stderr).toContain("Run 'scoreline sync' first")
  })
})
