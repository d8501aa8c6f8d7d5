import { createRandom, type Random, seedOf } from '../random.ts'
import { toIso } from '../records.ts'
import { plusDays, poisson, workMoment } from './company-time.ts'
import type { WorkDay } from './planned-activities.ts'
import { type LaterChange, linkTo, type PlannedRecord } from './planned-records.ts'
import { roughRate, teamCurrencies } from './sales-setup.ts'

/** Quotes that a rep draws up on a normal full day. */
const usual = 0.07

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** Most are published at once, expensive ones after approval; some stay drafts, some are signed. */
function laterChanges(random: Random, atMs: number, isExpensive: boolean): LaterChange[] {
  if (random.chance(0.14)) return []
  const finishedMs = atMs + random.whole(5, 90) * minute
  const isRejected = isExpensive && random.chance(0.12)
  const decidedMs = isExpensive ? finishedMs + random.whole(2, 40) * hour : finishedMs
  const waiting = { atMs: finishedMs, change: { hs_status: 'PENDING_APPROVAL' } }
  const asked = isExpensive ? [waiting] : []
  if (isRejected) return [...asked, { atMs: decidedMs, change: { hs_status: 'REJECTED' } }]
  const published = {
    hs_status: isExpensive ? 'APPROVED' : 'APPROVAL_NOT_NEEDED',
    hs_last_published_date: toIso(decidedMs),
  }
  const signedMs = decidedMs + Math.floor((0.5 + random.next() * 12) * day)
  const signed = { atMs: signedMs, change: { hs_esign_date: toIso(signedMs) } }
  return [...asked, { atMs: decidedMs, change: published }, ...(random.chance(0.35) ? [signed] : [])]
}

function quote({ book, day: today }: WorkDay, random: Random, atMs: number): PlannedRecord {
  const { rep } = book
  const open = book.deals.filter(({ createdMs, closesMs }) => createdMs < atMs && atMs < closesMs)
  const deal = open.length === 0 ? undefined : random.pick(open.slice(-20))
  const currency = random.pick(teamCurrencies[rep.teamId] ?? ['EUR'])
  const euros = rep.dealSize * Math.exp(0.4 * random.normal())
  const amount = Math.max(100, Math.round(euros / roughRate(currency) / 50) * 50)
  return {
    atMs,
    type: 'quotes',
    properties: {
      hs_title: `Quote ${random.whole(1_000, 9_999)}`,
      hs_status: 'DRAFT',
      hs_quote_amount: String(amount),
      hs_currency: currency,
      hs_expiration_date: plusDays(today, 30),
      hubspot_owner_id: rep.ownerId,
    },
    links: () => ({ deals: linkTo(deal), companies: linkTo(deal?.company) }),
    later: laterChanges(random, atMs, euros > rep.dealSize * 1.3),
  }
}

/**
 * The quotes that a rep draws up on a day. They have a random stream of their own, so that everything else in the company
 * stays the same.
 */
export function plannedQuotes(work: WorkDay): PlannedRecord[] {
  const { time, book, day: today } = work
  const random = createRandom(seedOf(time.seed, 'quotes', book.rep.ownerId, today))
  const moments = Array.from({ length: poisson(random, usual) }, () => workMoment(random, book.rep, today))
  return moments.sort((a, b) => a - b).map((atMs) => quote(work, random, atMs))
}
