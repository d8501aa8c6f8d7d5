import { describe, expect, it } from 'vitest'
import type { LooksOfDay, PrivacyAnswer } from '../../src/domain/answer/privacy.ts'
import { addDays } from '../../src/domain/calendar/day.ts'
import { oauthScopesFor } from '../../src/hubspot/oauth-scopes.ts'
import * as languages from '../../src/i18n/languages.ts'
import { createTexts } from '../../src/i18n/texts.ts'
import { answerBlocks } from '../../src/slack/blocks/answer-blocks.ts'
import { checkBlocks } from '../../src/slack/blocks/check-blocks.ts'

const aLook = (index: number): LooksOfDay => ({
  day: addDays('2026-09-21', -index),
  name: `Maximiliane ${'Ångström-'.repeat(8)}${index}`,
  isCommandLine: index % 2 === 1,
  metrics: ['calls', 'meetings_booked', 'revenue', 'lead_conversion'],
})

const privacy = (looks: number): PrivacyAnswer => ({
  kind: 'privacy',
  isRep: true,
  seers: [
    { user: 'eva@example.com', name: 'Eva Falk', as: 'manager' },
    { user: 'U8', name: null, as: 'coach' },
  ],
  visibility: 'named',
  hasOptedOut: false,
  looks: Array.from({ length: looks }, (_, index) => aLook(index)),
  days: 90,
})

const drawn = (body: PrivacyAnswer, language = 'en') =>
  answerBlocks({ body, readAs: [], basis: null, named: [] }, { texts: createTexts(language), oauthScopesFor })

describe('what is known about a person', () => {
  it.each(Object.keys(languages))('fits into a message with a table of 500 long rows, in %s', (language) => {
    const payload = drawn(privacy(500), language)

    expect(checkBlocks(payload)).toEqual([])
    expect(payload.blocks.filter(({ type }) => type === 'data_table')).toHaveLength(1)
  })

  it('lists a few looks as lines, and says so if there are none', () => {
    expect(drawn(privacy(5)).blocks.map(({ type }) => type)).toEqual(['rich_text', 'rich_text'])
    expect(drawn(privacy(0)).text).toContain('Nobody looked at your figures in the last 90 days.')
  })

  it('has Slack name those who are known by their Slack user id alone', () => {
    const { text, blocks } = drawn(privacy(0))

    expect(text).toContain('these may see your figures: Eva Falk (manager), <@U8> (coach)\n')
    expect(JSON.stringify(blocks[0])).toContain('{"type":"user","user_id":"U8"}')
  })

  it('says that a person who is not a rep has no figures', () => {
    expect(drawn({ ...privacy(0), isRep: false }).text).toContain('You are not tracked as a rep')
  })
})
