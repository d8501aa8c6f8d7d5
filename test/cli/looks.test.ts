/** Whoever looks at somebody's figures on the command line is in the store, as the user of the machine. */
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStore } from '../../src/store/store.ts'
import { ANA, IOANA } from '../company.ts'
import { type FilledCompany, filledCompany } from './company-store.ts'

let world: FilledCompany

beforeAll(async () => {
  world = await filledCompany({ now: Date.now(), days: 40 })
})
afterAll(() => world.end())

async function looksAt(ownerId: string): Promise<string[]> {
  const store = await openStore({ kind: 'sqlite', path: join(world.folder.path, 'scoreline.db') })
  const looks = await store.audit.looksAt(ownerId, 1)
  await store.close()
  return looks.map(
    ({ actor, surface, shown }) => `${actor} ${surface} ${shown.view} ${shown.metrics} ${shown.period}`,
  )
}

describe('figures on the command line', () => {
  test('of a rep are recorded for each form of the metric command, those of a team are not', async () => {
    const of = ['--period', 'last week']
    await world.run(['metric', 'calls', '--rep', ANA, ...of])
    await world.run(['metric', 'calls', '--rep', ANA, ...of, '--by', 'day'])
    await world.run(['metric', 'calls', '--rep', ANA, ...of, '--explain'])
    await world.run(['metric', 'funnel', '--rep', ANA, ...of])
    await world.run(['metric', 'calls', '--team', '301', ...of])
    const user = `cli:${userInfo().username} commandLine`

    expect((await looksAt(ANA)).sort()).toEqual([
      `${user} card calls last week`,
      `${user} explain calls last week`,
      `${user} funnel funnel last week`,
      `${user} trend calls last week`,
    ])
    expect(await looksAt(IOANA)).toEqual([])
  })

  test('in a report or insights are looks at every rep', async () => {
    await world.run(['report', '--period', 'last week'])
    await world.run(['insights'])

    expect(await looksAt(IOANA)).toHaveLength(2)
  })
})
