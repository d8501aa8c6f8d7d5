/** Own metrics from import to doctor: what HubSpot has against a declaration, and what to do about it. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type FilledCompany, filledCompany } from './company-store.ts'

interface Finding {
  check: string
  state: 'ok' | 'note' | 'fix'
  text: string
  remedy: string | null
}

let world: FilledCompany

beforeAll(async () => {
  world = await filledCompany({ now: Date.now() - 3_600_000, days: 8 }, (account) => {
    account.defineProperty('tickets', { name: 'hours_spent', type: 'string' })
    account.create('tickets', { subject: 'A question', hs_pipeline_stage: '4' })
  })
})
afterAll(() => world.end())
afterEach(() => world.company.hubspot.faults.clear())

function importing(metrics: readonly object[]) {
  const file = join(world.folder.path, 'settings.json')
  writeFileSync(file, JSON.stringify({ metrics }))
  return world.run(['settings', 'import', file])
}

async function doctor(): Promise<{ code: number | null; own: Finding[]; all: Finding[] }> {
  const { code, stdout } = await world.run(['doctor', '--json'])
  const all: Finding[] = JSON.parse(stdout)
  return { code, all, own: all.filter(({ check }) => /^(metric |own metrics)/.test(check)) }
}

const demos = { object: 'meetings', date: 'hs_meeting_start_time' }
const tickets = { object: 'tickets', date: 'closed_date' }

function metric(id: string, kind: object) {
  return { id, name: { en: `${id} thing` }, ...kind }
}

describe('own metrics', () => {
  test('that can be counted are one finding, and the passes of further types go by their names', async () => {
    const { code, own, all } = await doctor()

    expect(code).toBe(0)
    expect(own).toEqual([{ check: 'own metrics', state: 'ok', text: '3 of 3 have numbers', remedy: null }])
    expect(all.map(({ check }) => check)).toEqual(expect.arrayContaining(['quotes', 'passes of quotes']))
    expect(all.some(({ check }) => check.includes('0-14'))).toBe(false)
  })

  test('without a scope are named with the scope to add', async () => {
    world.company.hubspot.faults.denyType('quotes')
    const { code, own } = await doctor()
    const sync = await world.run(['sync', '--json'])

    expect([code, sync.code]).toEqual([1, 0])
    expect(JSON.parse(sync.stdout)['quotes']).toMatchObject({
      read: 0,
      asOf: expect.stringMatching(/^20.*Z$/),
      error:
        'HubSpot does not let the token read quotes (403). Give the service key the scope crm.objects.quotes.read (HubSpot: Development, Keys, Service keys).',
    })
    expect(own).toEqual([
      {
        check: 'metric quotes_sent',
        state: 'fix',
        text: 'has no numbers. sum.object: the token may not read quotes',
        remedy:
          'Give the service key the scope crm.objects.quotes.read (HubSpot: Development, Keys, Service keys)',
      },
      { check: 'own metrics', state: 'note', text: '2 of 3 have numbers', remedy: null },
    ])
  })

  test('are accepted while nothing is known of their types, told by doctor, and refused once it is known', async () => {
    const metrics = [
      metric('good', { count: demos }),
      metric('no_type', { count: { ...demos, object: 'dragons' } }),
      metric('near', { count: { ...demos, where: [{ property: 'hs_meeting_outcom', has: true }] } }),
      metric('gone', { count: { ...demos, owner: 'set_by_nobody' } }),
      metric('no_date', { count: { ...tickets, date: 'subject' } }),
      metric('text', { sum: { ...tickets, property: 'hours_spent', unit: 'hours' } }),
    ]
    await world.run(['sync'])
    const accepted = await importing(metrics)
    const { own, code } = await doctor()
    const sync = await world.run(['sync', '--json'])
    const again = await importing(metrics)

    expect(accepted.code).toBe(0)
    expect(code).toBe(1)
    expect(own.map(({ check, state, text, remedy }) => [check, state, text, remedy])).toEqual([
      ['metric good', 'note', 'its records are being read and counted', null],
      [
        'metric no_type',
        'fix',
        'has no numbers. count.object: HubSpot has no object type "dragons"',
        'Correct it in the settings, or create it in HubSpot.',
      ],
      [
        'metric near',
        'fix',
        'has no numbers. count.where[0].property: HubSpot has no property "hs_meeting_outcom" for meetings',
        'Did you mean hs_meeting_outcome? Correct it in the settings.',
      ],
      [
        'metric gone',
        'fix',
        'has no numbers. count.owner: HubSpot has no property "set_by_nobody" for meetings',
        'Correct it in the settings, or create it in HubSpot.',
      ],
      [
        'metric no_date',
        'fix',
        `has no numbers. count.date: "subject" is not a date (HubSpot's type of it is string)`,
        'Correct it in the settings, or create it in HubSpot.',
      ],
      [
        'metric text',
        'note',
        `sum.property: "hours_spent" is not a number (HubSpot's type of it is string), so that only values that read as numbers count`,
        'Name a property with a number in the settings.',
      ],
      ['own metrics', 'note', '0 of 6 have numbers', null],
    ])
    expect(JSON.parse(sync.stdout)['dragons']).toMatchObject({
      asOf: null,
      error: 'HubSpot has no object type "dragons".',
    })
    expect(Object.keys(JSON.parse(sync.stdout))).toContain('tickets')
    expect(Object.keys(JSON.parse(sync.stdout))).not.toContain('0-5')
    expect([again.code, again.stdout]).toEqual([2, ''])
    expect(again.stderr.trim().split('\n').slice(1)).toEqual([
      '  - metrics[1].count.object: HubSpot has no object type "dragons": write a name such as tickets, or a type id such as 2-4711',
      '  - metrics[2].count.where[0].property: HubSpot has no property "hs_meeting_outcom" for meetings: did you mean hs_meeting_outcome?',
      '  - metrics[3].count.owner: HubSpot has no property "set_by_nobody" for meetings: write the internal name, which HubSpot shows in the settings of the property',
      `  - metrics[4].count.date: "subject" is not a date (HubSpot's type of it is string): name a property with a date`,
      `  - metrics[5].sum.property: "hours_spent" is not a number (HubSpot's type of it is string): name a property with a number`,
    ])
  })

  test('cannot be taken away while other settings of the store name them', async () => {
    await importing([metric('good', { count: demos })])
    const digest = { name: 'd', channel: 'C012AB3CD', scope: 'everyone', zone: 'UTC', board: 'good' }
    const file = join(world.folder.path, 'digests.json')
    writeFileSync(file, JSON.stringify({ digests: [digest] }))
    const named = await world.run(['settings', 'import', file])
    const removed = await importing([])
    const exported: { metrics: object[] } = JSON.parse((await world.run(['settings', 'export'])).stdout)

    expect([named.code, removed.code]).toEqual([0, 2])
    expect(removed.stderr).toMatch(/- metrics: "good" cannot be removed while digests\[0\]\.board names it: /)
    expect(exported.metrics).toHaveLength(1)
  })
})
