/** What an account declares itself is asked, ranked, compared and posted like every other number, over the real ways. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OwnMetric } from '../../src/domain/company/own-metrics.ts'
import { oauthScopesFor } from '../../src/hubspot/oauth-scopes.ts'
import { createTexts } from '../../src/i18n/texts.ts'
import { readMetric } from '../../src/reports/metric.ts'
import { widthOf } from '../../src/slack/blocks/escape.ts'
import type { Bot } from '../../src/wiring.ts'
import { ANA, DIGEST, IOANA, userId } from '../company.ts'
import { type CompanyBot, companyBot } from './company-bot.ts'

/** 07:50 in Copenhagen, a Wednesday. */
const NOW = '2026-11-18T06:50:00Z'
const LONG = 'Tickets solved for customers we keep now'

const TICKETS = { object: 'tickets', date: 'closed_date' }
const METRICS: OwnMetric[] = [
  {
    id: 'tickets_solved',
    name: { en: LONG, da: 'Løste sager', ro: 'Тикеты решены' },
    words: ['solved'],
    count: TICKETS,
  },
  { id: 'secret', name: { en: 'Secret tickets' }, private: true, count: TICKETS },
  {
    id: 'secret_share',
    name: { en: 'Secret share' },
    ratio: { numerator: ['secret'], denominator: ['calls'] },
  },
  { id: 'demo_rate', name: { en: 'Demo rate' }, ratio: { numerator: ['demos'], denominator: ['meetings'] } },
  { id: 'unicorns', name: { en: 'Unicorns' }, count: { object: '0-9999', date: 'seen' } },
  { id: 'bad_property', name: { en: 'Odd tickets' }, count: { ...TICKETS, date: 'solved_at' } },
  { id: 'bad_date', name: { en: 'Undated tickets' }, count: { ...TICKETS, date: 'subject' } },
]

const SETTINGS = {
  metrics: METRICS,
  quotas: [
    {
      source: 'csv',
      who: `rep:${ANA}`,
      metric: 'tickets_solved',
      from: '2026-11-01',
      to: '2026-12-01',
      target: '40',
      at: NOW,
    },
  ],
  scorecard: [{ metric: 'tickets_solved', points: '2', benchmark: '3' }],
  privateNumbers: [userId(IOANA)],
  digests: [
    {
      ...DIGEST,
      board: 'tickets_solved',
      columns: ['tickets_solved', 'demo_rate', 'secret'],
      quotaColumn: false,
    },
  ],
}

let world: CompanyBot
let bot: Bot

beforeAll(async () => {
  world = await companyBot('sqlite', NOW, {
    days: 40,
    settings: SETTINGS,
    before(account) {
      for (let day = 1; day <= 17; day++) {
        const closed_date = `2026-11-${String(day).padStart(2, '0')}T09:00:00Z`
        for (const [index, { id }] of account.owners.filter(({ archived }) => !archived).entries())
          if (index <= 20 && (day + index) % 2 === 0)
            account.create('tickets', { subject: 'Help', closed_date, hubspot_owner_id: id })
      }
    },
  })
  bot = await world.newBot()
  await bot.start()
})
afterAll(async () => {
  await bot.stop()
  await world.end()
})

async function valueOfAna(metric: string, period: string): Promise<number | null> {
  const ports = { store: world.store, clock: world.clock }
  const found = await readMetric(ports, { metric, scope: { kind: 'rep', ownerId: ANA }, period })
  if (typeof found === 'string') throw new Error(found)
  return found.value
}

const ask = async (words: string, who = ANA) => (await world.ask(userId(who), words)).text

describe('what people type', () => {
  test.each([
    'demos this month',
    'demo this month',
    'demoer this month',
    'demonstrații this month',
    'demoss this month',
  ])('%s is the number of that name', async (words) => {
    expect(await ask(words)).toContain(`Demos this month: ${await valueOfAna('demos', 'this month')}`)
  })

  test('a name in another script, a word, an id and a typo mean the metric', async () => {
    const solved = await valueOfAna('tickets_solved', 'this month')

    expect(solved).toBeGreaterThan(2)
    for (const words of [
      'Тикеты решены',
      'тикеты решены',
      'løste sager',
      'solved',
      'tickets_solved',
      'tickets solvd',
    ])
      if (words === 'tickets solvd') expect(await ask(words), words).not.toContain('has no value')
      else expect(await ask(`${words} this month`), words).toContain(`${LONG} this month: ${solved}`)
  })

  test('an unknown word near an own name offers it', async () => {
    expect(await ask('demozz')).toContain('I do not know “demozz”.')
  })
})

describe('answers', () => {
  test('a card has today, week and month of an activity, and the target', async () => {
    const text = await ask('solved')

    expect(text).toContain(`${LONG} today`)
    expect(text).toMatch(/of 40/)
  })

  test('the quota of an own metric has its share, its gap and what is needed', async () => {
    const solved = await valueOfAna('tickets_solved', '2026-11')
    const text = await ask('quota solved')

    expect(text).toContain(`${createTexts('en').percent((solved ?? 0) / 40)} of 40 · ${LONG}`)
    expect(text).toMatch(/needed: .* a working day/)
  })

  test('a board ranks by it, a team has its total, a ratio has its parts', async () => {
    expect(await ask('top solved this month')).toMatch(/^1 .+ \d+$/m)
    expect(await ask('team demos this month')).toMatch(/Demos this month: \d+/)
    expect(await ask('demo rate this month')).toMatch(/Demo rate this month: ([\d.]+ % \(\d+ of \d+\)|–)/)
  })

  test('today shows the scorecard line with its benchmark', async () => {
    expect(await ask('')).toContain(`${LONG}: 0 of 3`)
  })

  test('help defines it, with its parts and what to type', async () => {
    const [name, formula, words] = (await ask('help demo rate')).split('\n')

    expect(name).toBe('Demo rate')
    expect(formula).toContain('Demos')
    expect(words).toContain('“Demo rate”')
  })

  test('help lists it under its family, in the language of the reader', async () => {
    const families = (await ask('help all')).split('\n')

    expect(families.find((line) => line.startsWith('Activity: '))).toContain('Demos')
    expect(families.find((line) => line.startsWith('Results: '))).toContain('Quotes sent')
    expect(families.find((line) => line.startsWith('Conversion: '))).toContain('Demo rate')
  })
})

describe('a private own metric', () => {
  test('is shown to oneself, and to those whom an admin has named also of a team', async () => {
    expect(await ask('secret tickets this month')).toMatch(/Secret tickets this month: \d+/)
    expect(await ask('team secret tickets this month', IOANA)).toMatch(/Secret tickets this month: \d+/)
  })

  test('is shown to nobody else, who hear who may see it, nor through a ratio that is made of it', async () => {
    const said =
      'is shown only to the person, their own manager and those whom an admin has named in “privateNumbers”'

    expect(await ask('team secret tickets')).toContain(`Secret tickets ${said}`)
    expect(await ask('top secret tickets')).toContain(said)
    expect(await ask('team secret share')).toContain(`Secret share ${said}`)
  })
})

describe('no number', () => {
  test.each([
    ['unicorns', 'Unicorns has no value: HubSpot has no object type “0-9999”'],
    ['odd tickets', 'Odd tickets has no value: “tickets” has no property “solved_at” in HubSpot'],
    [
      'undated tickets',
      'Undated tickets has no value: the property “subject” of “tickets” is not a date in HubSpot',
    ],
  ])('%s: the answer says why', async (words, said) => {
    expect(await ask(`${words} this month`)).toContain(said)
  })

  test('other metrics on the same card go on', async () => {
    const text = await ask('unicorns demos this month')

    expect(text).toContain('Unicorns has no value')
    expect(text).toContain(`Demos this month: ${await valueOfAna('demos', 'this month')}`)
  })

  test('scopes are named for types beyond the eight', () => {
    expect(oauthScopesFor(['tickets'])).toEqual(['tickets'])
    expect(oauthScopesFor(['0-14', 'deals'])).toEqual(['crm.objects.deals.read', 'crm.objects.quotes.read'])
    expect(oauthScopesFor(['p1_visits', 'visits', '2-4711'])).toEqual(['crm.objects.custom.read'])
  })
})

test('a digest has it as its board, in the day’s line and in the table, and never what is private', async () => {
  world.setTime('2026-11-18T07:00:05Z')
  await bot.digests.runDue()
  await bot.deliveries.work()
  const [post] = world.posts()
  const lines = (post?.text ?? '').split('\n')

  expect(lines.filter((line) => widthOf(line) > 40)).toEqual([])
  expect(lines.find((line) => line.startsWith('Tue: '))).toMatch(/^Tue: \d+ (× )?tickets solved/)
  expect(lines.join('\n')).toMatch(/Tickets solved for .*November/)
  const [table] = world.posts(post?.ts)
  const shown = JSON.stringify(table?.blocks)
  expect(shown).toContain('Tickets solved for cust…')
  expect(shown).toContain('tickets, counted by Closed date.')
  expect(shown).not.toContain('Secret')
})
