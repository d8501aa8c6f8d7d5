import { expect, it } from 'vitest'
import { companiesByRep, countCompanies, type WonDeal } from '../../../src/domain/pipeline/companies.ts'
import { at, aWonDeal, rulesBody } from '../../builders.ts'
import { aRep } from './worlds.ts'

const ana = aRep()
const ben = aRep({ id: '2', zone: 'America/New_York' })

function won(changes: Partial<WonDeal>): WonDeal {
  return aWonDeal({ closesAt: at('2026-10-15T12:00:00Z'), companyId: '50', ...changes })
}

function companies(deals: readonly WonDeal[], reps = [ana, ben]) {
  const rules = rulesBody({ renewalPipelines: ['renew'] })
  return companiesByRep(deals, { reps, rules, from: '2026-10-01', until: '2026-11-01' })
}

it('a company that bought twice, or from two reps, counts once', () => {
  const found = companies([
    won({}),
    won({ id: '201' }),
    won({ ownerId: '2' }),
    won({ ownerId: '2', companyId: '60' }),
  ])

  expect(countCompanies(found, [ana])).toBe(1)
  expect(countCompanies(found, [ben])).toBe(2)
  expect(countCompanies(found, [ana, ben])).toBe(2)
})

it('deals without a company, of untracked owners or outside the sales pipelines do not count', () => {
  const found = companies([
    won({ companyId: null }),
    won({ ownerId: null }),
    won({ ownerId: '9' }),
    won({ pipelineId: 'renew' }),
    won({ closesAt: null }),
  ])

  expect(found).toEqual(new Map())
})

it('a deal is won on the day in its rep’s time zone', () => {
  const lateInOctober = at('2026-10-31T23:30:00Z')

  expect(countCompanies(companies([won({ closesAt: lateInOctober })]), [ana])).toBe(0)
  expect(countCompanies(companies([won({ closesAt: lateInOctober, ownerId: '2' })]), [ben])).toBe(1)
  expect(companies([won({ closesAt: at('2026-09-30T21:59:00Z') })]).size).toBe(0)
})

it('deals won by an archived rep after the archive day do not count', () => {
  const gone = aRep({ archiveDay: '2026-10-14' })

  expect(companies([won({})], [gone]).size).toBe(0)
  expect(companies([won({ closesAt: at('2026-10-14T12:00:00Z') })], [gone]).size).toBe(1)
})
