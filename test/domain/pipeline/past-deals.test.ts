import { describe, expect, it } from 'vitest'
import type { Rep } from '../../../src/domain/company/roster.ts'
import type { RulesBody } from '../../../src/domain/company/rules.ts'
import type { DealChange, TrackedProperty } from '../../../src/domain/facts/deal-changes.ts'
import type { DealFact } from '../../../src/domain/facts/facts.ts'
import { exact } from '../../../src/domain/numbers/exact.ts'
import { type DealHistory, dueAtStart, dueSpan, pastSums } from '../../../src/domain/pipeline/past-deals.ts'
import { aDeal, at, rulesBody } from '../../builders.ts'
import { aPipeline, aRep } from './worlds.ts'

const OCTOBER = { from: '2026-10-01', to: '2026-11-01' }

function change(property: TrackedProperty, when: string, value: string | null): DealChange {
  return { dealId: '200', property, at: at(when), value }
}

function moved(when: string, to: string | null): DealChange {
  return change('closesAt', when, to === null ? null : String(at(to)))
}

/** Created in September, now in its first stage and due on 15 October. */
function history(changes: Partial<DealFact> = {}, kept: DealChange[] = []): DealHistory {
  const deal = aDeal({
    stageId: 's1',
    createdAt: at('2026-09-20T15:00:00Z'),
    closesAt: at('2026-10-15T15:00:00Z'),
    amount: '100',
    ...changes,
  })
  return { deal, changes: kept }
}

function atStart(one: DealHistory, rep: Partial<Rep> = {}, rules: Partial<RulesBody> = {}) {
  const reps = [aRep(rep), aRep({ id: '2' })]
  return dueAtStart([one], OCTOBER, { rules: rulesBody(rules), pipelines: [aPipeline()], reps })
}

const SET = moved('2026-09-20T15:00:00Z', '2026-10-15T15:00:00Z')
const NEW = change('stage', '2026-09-20T15:00:00Z', 's1')

describe('a deal that was due when the period began', () => {
  it('has the amount and the stage probability of that time', () => {
    const grown = history({ stageId: 's3', amount: '900', probability: '0.95' }, [
      SET,
      NEW,
      change('stage', '2026-10-02T15:00:00Z', 's3'),
      change('amount', '2026-09-20T15:00:00Z', '100'),
      change('amount', '2026-09-25T15:00:00Z', '300'),
      change('amount', '2026-10-05T15:00:00Z', '900'),
    ])

    expect(atStart(grown)).toEqual([
      { id: '200', rep: '1', money: 300_00, probability: exact(1, 5), hasSlipped: false },
    ])
  })

  it('has the amount in company currency of that time, otherwise the amount of that time at the present rate', () => {
    const kept = [change('amount', '2026-09-20T15:00:00Z', '200')]
    const home = change('homeAmount', '2026-09-20T15:00:00Z', '150')
    const later = change('homeAmount', '2026-10-20T15:00:00Z', '170')

    expect(atStart(history({ currency: 'USD', homeAmount: '170' }, [...kept, home, later]))).toMatchObject([
      { money: 150_00 },
    ])
    expect(atStart(history({ currency: 'USD', homeAmount: '170' }, [...kept, later]))).toMatchObject([
      { money: 180_00 },
    ])
  })

  it('has its present state if no change was stored', () => {
    expect(atStart(history())).toEqual([
      { id: '200', rep: '1', money: 100_00, probability: exact(1, 5), hasSlipped: false },
    ])
    expect(atStart(history({ isClosed: true, isWon: true, stageId: 'won' }))).toEqual([])
  })

  it('was open at that time, whatever happened later', () => {
    const won = history({ stageId: 'won', isClosed: true, isWon: true }, [
      NEW,
      change('stage', '2026-10-14T15:00:00Z', 'won'),
    ])
    const reopened = history({}, [
      NEW,
      change('stage', '2026-09-25T15:00:00Z', 'lost'),
      change('stage', '2026-10-02T15:00:00Z', 's1'),
    ])
    const stageGone = history({ stageId: 's2' }, [
      change('stage', '2026-09-20T15:00:00Z', 'gone'),
      change('stage', '2026-10-02T15:00:00Z', 's2'),
    ])

    expect(atStart(won)).toHaveLength(1)
    expect(atStart(reopened)).toEqual([])
    expect(atStart(stageGone)).toMatchObject([{ probability: exact(0) }])
  })

  it('was due in the period at that time, not only now', () => {
    const pulledIn = moved('2026-10-03T15:00:00Z', '2026-10-15T15:00:00Z')

    expect(atStart(history({}, [moved('2026-09-20T15:00:00Z', '2026-11-15T15:00:00Z'), pulledIn]))).toEqual(
      [],
    )
    expect(atStart(history({}, [moved('2026-09-20T15:00:00Z', null), pulledIn]))).toEqual([])
    expect(atStart(history({}, [pulledIn]))).toEqual([])
  })

  it('was created before midnight in its rep’s time zone', () => {
    const created = at('2026-09-30T22:00:00Z')

    expect(atStart(history({ createdAt: created }))).toEqual([])
    expect(atStart(history({ createdAt: created - 1 }))).toHaveLength(1)
    expect(atStart(history({ createdAt: created }), { zone: 'Europe/London' })).toHaveLength(1)
    expect(atStart(history({ createdAt: null }))).toEqual([])
  })

  it('is in a sales pipeline and belongs to a rep', () => {
    expect(atStart(history({ ownerId: null }))).toEqual([])
    expect(atStart(history({ ownerId: '9' }))).toEqual([])
    expect(atStart(history(), {}, { renewalPipelines: ['default'] })).toEqual([])
  })

  it('counts for a rep who was archived later, but not for one who was archived before', () => {
    expect(atStart(history(), { archiveDay: '2026-10-01' })).toHaveLength(1)
    expect(atStart(history(), { archiveDay: '2026-09-30' })).toEqual([])
  })

  it('belongs to its present owner', () => {
    const kept = [change('owner', '2026-09-20T15:00:00Z', '1'), change('owner', '2026-10-20T15:00:00Z', '2')]

    expect(atStart(history({ ownerId: '2' }, kept))).toMatchObject([{ rep: '2' }])
  })
})

describe('a close date', () => {
  const november = '2026-11-15T15:00:00Z'

  it('has slipped if it is now after or before the period, or missing', () => {
    const dueNow = (closesAt: string | null) => {
      const kept = [SET, moved('2026-10-10T15:00:00Z', closesAt)]
      return atStart(history({ closesAt: closesAt === null ? null : at(closesAt) }, kept))
    }

    expect(dueNow(november)).toMatchObject([{ hasSlipped: true }])
    expect(dueNow('2026-09-15T15:00:00Z')).toMatchObject([{ hasSlipped: true }])
    expect(dueNow(null)).toMatchObject([{ hasSlipped: true }])
    expect(dueNow('2026-10-31T22:59:00Z')).toMatchObject([{ hasSlipped: false }])
    expect(dueNow('2026-10-31T23:00:00Z')).toMatchObject([{ hasSlipped: true }])
  })

  it('has also slipped if the deal was closed in another period', () => {
    const lost = history({ stageId: 'lost', isClosed: true, closesAt: at(november) }, [
      SET,
      NEW,
      moved(november, november),
      change('stage', november, 'lost'),
    ])

    expect(atStart(lost)).toMatchObject([{ hasSlipped: true }])
  })

  it('has not slipped if it was moved away and back', () => {
    const kept = [
      SET,
      moved('2026-10-10T15:00:00Z', november),
      moved('2026-10-12T15:00:00Z', '2026-10-29T15:00:00Z'),
    ]

    expect(atStart(history({ closesAt: at('2026-10-29T15:00:00Z') }, kept))).toMatchObject([
      { hasSlipped: false },
    ])
  })
})

it('the forecast at the start is exact, and slipped deals are counted', () => {
  const third = history({ amount: '0.01' })
  const late = history({ amount: null, closesAt: at('2026-12-01T00:00:00Z') }, [SET])
  const past = [...atStart(third), ...atStart(late)]

  expect(pastSums(past)).toEqual({ due: 2, slipped: 1, forecast: exact(1, 5) })
  expect(pastSums([])).toEqual({ due: 0, slipped: 0, forecast: exact(0) })
})

it.each(['Pacific/Kiritimati', 'Etc/GMT+12'])(
  'the span that is read covers every due deal of a rep in %s',
  (zone) => {
    const span = dueSpan(OCTOBER)
    const instants = Array.from(
      { length: 24 * 34 },
      (_, hour) => at('2026-09-29T00:00:00Z') + hour * 3_600_000,
    )

    const due = instants.filter((closesAt) => atStart(history({ closesAt }), { zone }).length > 0)
    const created = instants.filter((createdAt) => atStart(history({ createdAt }), { zone }).length > 0)

    expect(due).toHaveLength(24 * 31)
    expect(due.every((one) => one >= span.from && one < span.to)).toBe(true)
    expect(created.length).toBeGreaterThan(24)
    expect(created.every((one) => one < span.createdBefore)).toBe(true)
  },
)
