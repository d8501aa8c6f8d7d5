/** Who is who in HubSpot, for somebody who writes settings. */
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStore } from '../../src/store/store.ts'
import { anAccount, anOwner } from '../builders.ts'
import { aFolder, type Folder, scoreline } from './command.ts'

const north = { teamId: '11', name: 'North', isPrimary: true }
const key = { teamId: '12', name: 'Key accounts', isPrimary: false }
const shared = 'desk@example.com'

let folder: Folder

beforeAll(async () => {
  folder = aFolder()
  const store = await openStore({ kind: 'sqlite', path: join(folder.path, 'scoreline.db') })
  await store.directory.saveAccount(anAccount())
  const ana = anOwner({ id: '1', firstName: 'Ana', lastName: 'Sørensen', email: 'ana@example.com' })
  const owners = [
    { ...ana, userId: '501', teams: [key, north] },
    anOwner({ id: '2', firstName: 'Bo', lastName: 'Berg\u001b[2J', email: shared, teams: [] }),
    anOwner({ id: '3', firstName: 'Cia', lastName: 'Dahl', email: shared, teams: [] }),
    anOwner({ id: '4', firstName: 'Dan', lastName: 'Ek', email: null, teams: [] }),
    anOwner({ id: '5', firstName: 'Abe', lastName: 'Old', email: null, isArchived: true, teams: [] }),
  ]
  await store.directory.saveOwners(
    owners,
    [north, key].map(({ teamId: id, name }) => ({ id, name })),
  )
  const year = {
    source: 'csv',
    who: 'rep:1',
    metric: 'revenue',
    from: '2020-01-01',
    to: '2099-01-01',
  } as const
  await store.settings.save({
    tracked: ['1', '4'],
    links: { U0DAN: '4' },
    quotas: [{ ...year, target: '4000' }],
    leave: { '1': [['2098-07-01', '2098-07-14']] },
  })
  await store.close()
})
afterAll(() => folder.remove())

function people(...options: string[]) {
  return scoreline(['people', ...options], {
    folder: folder.path,
    env: { DATABASE_URL: 'sqlite:scoreline.db' },
  })
}

test('people lists everybody by name with ids, teams, the way to Slack, quotas in force and leave', async () => {
  const { code, stdout, stderr } = await people()
  const paragraphs = stdout.trimEnd().split('\n\n')

  expect([code, stderr]).toEqual([0, ''])
  expect(paragraphs[0]).toBe(
    [
      'Ana Sørensen: rep, North, Key accounts',
      '  ana@example.com · owner 1 · user 501',
      '  Slack: whoever has this e-mail there',
      '  Quota: Ana Sørensen: Bookings, 2020-01-01 to 2098-12-31, €4,000',
      '  Leave: 2098-07-01 to 2098-07-14 (settings)',
    ].join('\n'),
  )
  expect(paragraphs.map((text) => text.split(':')[0])).toEqual([
    'Ana Sørensen',
    expect.stringMatching(/^Bo Berg/),
    'Cia Dahl',
    'Dan Ek',
    'Abe Old',
  ])
  expect(paragraphs[1]?.replace(/\s+/g, ' ')).toContain(
    "several owners have this e-mail: link them with the key 'links'",
  )
  expect(paragraphs[3]).toContain('linked to U0DAN by the settings')
  expect(paragraphs[4]).toMatch(/^Abe Old: archived\n/)
  expect(stdout).not.toContain('\u001b')
  expect(stdout.split('\n').filter((line) => [...line].length > 80)).toEqual([])
})

test('people --json has the same for programs', async () => {
  const [ana, bo] = JSON.parse((await people('--json')).stdout)

  expect(ana).toMatchObject({
    ...{ name: 'Ana Sørensen', ownerId: '1', userId: '501', isRep: true, isArchived: false },
    teams: ['North', 'Key accounts'],
    slack: { by: 'email' },
    quotas: [{ metric: 'revenue', target: '4000' }],
    leave: [{ first: '2098-07-01', last: '2098-07-14', source: 'settings' }],
  })
  expect(bo).toMatchObject({ isRep: false, slack: { by: 'emailShared' }, quotas: [], leave: [] })
})

test('people before the first reading says what to do', async () => {
  const empty = aFolder()
  const { code, stderr } = await scoreline(['people'], {
    folder: empty.path,
    env: { DATABASE_URL: 'sqlite:scoreline.db' },
  })
  empty.remove()

  expect([code, stderr]).not.toEqual([0, ''])
  expect(stderr).toMatch(/scoreline (start|sync)/)
})
