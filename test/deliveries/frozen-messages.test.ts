/** Messages that an earlier version put into the outbox and a later one posts. */
import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Message } from '../../src/domain/digest/message.ts'
import { createTexts } from '../../src/i18n/texts.ts'
import { messageBlocks, messageFallback } from '../../src/slack/blocks/message-blocks.ts'
import { type TestStore, testStore } from '../store/stores.ts'

/** Digests with the visibilities named, named (the table), top and team, and a notice. */
const FROZEN: readonly Message[] = JSON.parse(
  readFileSync(new URL('frozen-messages.json', import.meta.url), 'utf8'),
)
const texts = createTexts('en')

describe('messages frozen by an earlier version', () => {
  let world: TestStore

  beforeEach(async () => {
    world = await testStore('sqlite')
    const rows = FROZEN.map((message, index) => ({ key: `k${index}`, channel: 'C1', message }))
    await world.store.deliveries.add(rows, null)
  })
  afterEach(() => world.end())

  async function drawn() {
    const claimed = await world.store.deliveries.claim({ limit: 9, worker: 'w' })
    const inOrder = claimed.sort((a, b) => (a.key < b.key ? -1 : 1))
    return inOrder.map(({ message }) => {
      const { text, blocks } = messageBlocks(message, texts)
      return { text, all: JSON.stringify([blocks, messageFallback(message, texts)]) }
    })
  }

  it('are rendered as intended', async () => {
    const [named, table, top, team, notice] = await drawn()

    expect(named?.text).toContain('1 Ana Sørensen €184k\n2 Jonas Berg €120k')
    expect(named?.text).toContain('€27k behind by working days')
    expect(named?.text).toContain('Most improved: Jonas Berg, +6 meetings')
    expect(table?.all).toContain('Mei Lin')
    expect(top?.text).toContain('1 Ana Sørensen €184k\n2 Jonas Berg €120k')
    expect(team?.text).toContain('Fri: 212 calls')
    expect(notice?.text).toContain('north')
  })

  it('name nobody as most improved if only the top is named: it may be a namesake', async () => {
    const [, , top, team] = await drawn()

    expect(top?.all).not.toContain('improved')
    for (const name of ['Ana', 'Jonas']) expect(team?.all).not.toContain(name)
  })
})
