import { createRandom, seedOf } from '../random.ts'
import { toIso } from '../records.ts'
import { poisson, workMoment } from './company-time.ts'
import type { WorkDay } from './planned-activities.ts'
import {
  type LaterChange,
  type LinkedCompany,
  type LinkedRecord,
  linkTo,
  type PlannedRecord,
} from './planned-records.ts'
import { territories } from './sales-setup.ts'

const places = ['Aarhus', 'Malmö', 'Brașov', 'Lyon', 'Kraków', 'Tromsø', 'Leeds', 'Porto', 'Boston', 'Zürich']
const trades = [
  'Logistik',
  'Energy',
  'Foods',
  'Robotics',
  'Møbler',
  'Pharma',
  'Shipping',
  'Software',
  'Textil',
]
const firstNames = [
  'Ida',
  'Lars',
  'Zofia',
  'João',
  'Maja',
  'Tudor',
  'Nadia',
  'Olivér',
  'Grace',
  'Jürgen',
  'Inés',
]
const lastNames = [
  'Holm',
  'Nowak',
  'Ferreira',
  'Dumitrescu',
  'Andersson',
  'Müller',
  'Bennett',
  'Horváth',
  'Ruiz',
]

const day = 86_400_000

/** A customer's territory follows the rep's zone; for a few it was never filled in. */
function territoryOf({ time, book }: WorkDay, atMs: number): string | null {
  const random = createRandom(seedOf(time.seed, 'territory', book.rep.ownerId, atMs))
  return random.chance(0.04) ? null : random.pick(territories[book.rep.zone] ?? [null])
}

function company(work: WorkDay, atMs: number): { planned: PlannedRecord; linked: LinkedCompany } {
  const { random, book } = work
  const name = `${random.pick(places)} ${random.pick(trades)} ${random.whole(10, 99)}`
  const linked: LinkedCompany = {
    id: undefined,
    createdMs: atMs,
    closesMs: Number.POSITIVE_INFINITY,
    territory: territoryOf(work, atMs),
  }
  book.companies.push(linked)
  const planned: PlannedRecord = {
    atMs,
    type: 'companies',
    properties: {
      name,
      domain: `c${random.whole(10_000, 99_999)}.example`,
      hubspot_owner_id: book.rep.ownerId,
    },
    later: [],
    onCreated: (id) => {
      linked.id = id
    },
  }
  return { planned, linked }
}

/** How far a contact gets, and when: each stage is entered some days after the previous one. */
function lifecycle(work: WorkDay, atMs: number): LaterChange[] {
  const { random } = work
  const steps: [string, number][] = [
    ['marketingqualifiedlead', 0.6],
    ['salesqualifiedlead', 0.6],
    ['opportunity', 0.55],
    ['customer', 0.35],
  ]
  const later: LaterChange[] = []
  let whenMs = atMs
  for (const [stage, chance] of steps) {
    if (!random.chance(chance)) break
    whenMs += random.whole(1, 14) * day + random.whole(0, 7_200_000)
    const change = { lifecyclestage: stage, [`hs_v2_date_entered_${stage}`]: toIso(whenMs) }
    later.push({ atMs: whenMs, change })
  }
  return later
}

function contact(work: WorkDay, atMs: number, at: LinkedCompany): PlannedRecord {
  const { random, book } = work
  const linked: LinkedRecord & { company: LinkedCompany } = {
    id: undefined,
    createdMs: atMs,
    closesMs: Number.POSITIVE_INFINITY,
    company: at,
  }
  book.contacts.push(linked)
  const firstname = random.pick(firstNames)
  const lastname = random.pick(lastNames)
  return {
    atMs,
    type: 'contacts',
    properties: {
      firstname,
      lastname,
      email: `p${random.whole(100_000, 999_999)}@customer.example`,
      lifecyclestage: 'lead',
      hs_v2_date_entered_lead: toIso(atMs),
      hubspot_owner_id: random.chance(0.02) ? null : book.rep.ownerId,
      territory: at.territory,
    },
    links: () => ({ companies: linkTo(at, true) }),
    later: lifecycle(work, atMs),
    onCreated: (id) => {
      linked.id = id
    },
  }
}

/** The companies and contacts that a rep gets to know on a day. */
export function plannedCustomers(work: WorkDay): PlannedRecord[] {
  const { random, book } = work
  const moments = Array.from({ length: poisson(random, 1.3) }, () => workMoment(random, book.rep, work.day))
  return moments
    .sort((a, b) => a - b)
    .flatMap((atMs) => {
      const isNew = book.companies.length < 3 || random.chance(0.32)
      if (!isNew) return [contact(work, atMs, random.pick(book.companies.slice(-30)))]
      const { planned, linked } = company(work, atMs)
      return [planned, contact(work, atMs + 60_000, linked)]
    })
}
