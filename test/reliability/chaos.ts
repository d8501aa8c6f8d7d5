/** One run of random events: an account, a bot that dies and restarts, and a calm period at the end. */
import { TRACKED_PROPERTIES } from '../../src/domain/facts/deal-changes.ts'
import type { Store } from '../../src/ports/store.ts'
import { startHubSpotSandbox } from '../../src/sandbox/hubspot/hubspot-sandbox.ts'
import type { ObjectType } from '../../src/sandbox/hubspot/object-types.ts'
import type { SandboxRecord } from '../../src/sandbox/hubspot/records.ts'
import { openStore } from '../../src/store/store.ts'
import { createSync, type Sync } from '../../src/sync/sync.ts'
import { aSource } from '../hubspot/worlds.ts'
import { type Database, dealChangesIn, survivorIn } from '../store/stores.ts'
import { emptyStore } from '../sync/worlds.ts'
import type { ChaosEvent, Edit } from './chaos-events.ts'
import {
  applyOwn,
  calmOwn,
  FIRST_METRICS,
  heldOwn,
  leftOver,
  OWN_ACCOUNT,
  ownValues,
  trueOwn,
} from './chaos-own.ts'
import { changeOf, valuesOf } from './chaos-values.ts'
import { aMortal, Killed, type Life } from './mortal.ts'
import { DAY, HOUR, MINUTE, NOON, QUICK, twoReps, UNLIMITED } from './worlds.ts'

/** Edits that are made once HubSpot has read its clock `left` more times. */
interface Interrupt {
  left: number
  edits: Edit[]
}

export async function aChaos(database: Database) {
  const account = twoReps(OWN_ACCOUNT)
  account.defineProperty('deals', { name: 'deal_cost', type: 'number' })
  const clock = { time: NOON, now: () => clock.time }
  const interrupt: Interrupt = { left: 0, edits: [] }
  const sandbox = await startHubSpotSandbox({
    account,
    limits: UNLIMITED,
    clock() {
      // HubSpot reads its clock for each request, so these edits happen while the bot waits for the answer.
      if (interrupt.edits.length > 0 && --interrupt.left <= 0) {
        for (const one of interrupt.edits.splice(0)) change(one)
      }
      return clock.time
    },
  })
  const { address, end } = await emptyStore(database)
  const opened: Store[] = []
  let bot: { sync: Sync; life: Life; store: Store }

  async function start(): Promise<void> {
    const store = await openStore(address)
    opened.push(store)
    const source = aSource(sandbox.url, { token: sandbox.token, clock, retry: QUICK })
    const mortal = aMortal({ source, store })
    const sync = createSync({ ...mortal, clock, wait: () => Promise.resolve() })
    bot = { sync, life: mortal.life, store }
  }
  await start()
  await opened[0]?.settings.save({ metrics: FIRST_METRICS })

  /** Does the work, or dies during it and restarts. */
  async function live(work: (sync: Sync) => Promise<unknown>): Promise<void> {
    try {
      await work(bot.sync)
    } catch (error) {
      if (!(error instanceof Killed)) throw error
    }
    if (bot.life.isOver()) await start()
  }

  const recordsOf = (type: ObjectType) => [...account.table(type).held()]
  const nth = (type: ObjectType, pick: number, isArchived = false): SandboxRecord | undefined => {
    const list = recordsOf(type).filter(({ archived }) => archived === isArchived)
    return list[pick % Math.max(1, list.length)]
  }
  const companies = ['One', 'Two', 'Three'].map((name) => account.create('companies', { name }).id)

  function dated(day: number): string {
    return new Date(clock.time + day * DAY + HOUR).toISOString()
  }

  function newValues({ type, owner, day }: Extract<Edit, { kind: 'create' | 'createMany' }>, number = 20) {
    const at = dated(day)
    return { ...valuesOf(type, owner, at), ...ownValues(day + number, at) }
  }

  function change(one: Edit): unknown {
    switch (one.kind) {
      case 'create':
        return account.create(one.type, newValues(one), lagOf(one))
      case 'createMany':
        for (let at = 0; at < 120; at++) {
          account.create(one.type, newValues(one, at))
        }
        return
      case 'edit': {
        const record = nth(one.type, one.pick)
        if (!record) return
        const at = dated(one.day)
        const change = { ...changeOf(one.type, one.pick, at), ...ownValues(one.pick, at) }
        const { bump } = one
        return account.update(one.type, record.id, change, { bump, ...lagOf(one) })
      }
      case 'reassign': {
        const record = nth(one.type, one.pick)
        return record && account.reassign(one.type, record.id, one.owner)
      }
      case 'archive': {
        const record = nth(one.type, one.pick)
        return record && account.archive(one.type, record.id)
      }
      case 'restore': {
        const record = nth(one.type, one.pick, true)
        return record && account.restore(one.type, record.id)
      }
      case 'merge': {
        const [a, b] = [nth(one.type, one.pick), nth(one.type, one.other)]
        return a && b && a !== b && account.merge(one.type, a.id, b.id)
      }
      case 'erase': {
        const record = nth('contacts', one.pick)
        return record && account.gdprDelete(record.id)
      }
      case 'company': {
        const deal = nth('deals', one.pick)
        const id = companies[one.other % companies.length]
        if (!deal || !id || deal.associations?.['companies']?.some((link) => link.id === id)) return
        return account.associate({ type: 'deals', id: deal.id }, { type: 'companies', id }, one.primary)
      }
      case 'hide': {
        const record = nth(one.type, one.pick)
        return record && sandbox.faults.hide(one.type, record.id, clock.time + one.minutes * MINUTE)
      }
    }
  }

  async function apply(one: ChaosEvent): Promise<unknown> {
    if ('meanwhile' in one)
      Object.assign(interrupt, { left: one.meanwhile.after, edits: one.meanwhile.edits.slice() })
    switch (one.kind) {
      case 'fault':
        return sandbox.faults.next({ kind: one.fault, after: one.after, times: one.times, delayMs: 12 })
      case 'dailyLimit':
        return sandbox.faults.next({ kind: 'daily', after: one.after })
      case 'zone':
        return bot.store.settings.save({ teamZones: { '11': one.zone } })
      case 'named':
        return bot.store.settings.save({ costProperty: one.cost })
      case 'kill':
        return bot.life.endAfter(one.calls)
      case 'restart':
        return start()
      case 'poll':
        clock.time += one.minutes * MINUTE
        return live((sync) => sync.run())
      case 'night':
        clock.time += HOUR
        if (!one.isBesidePoll) return live((sync) => sync.reconcile(true))
        return live(async (sync) => {
          const done = await Promise.allSettled([sync.reconcile(true), sync.run()])
          for (const part of done) if (part.status === 'rejected') throw part.reason
        })
      case 'declare':
      case 'scope':
      case 'property':
        return live(() => applyOwn(own, one))
      default:
        return change(one)
    }
  }

  const own = { account, scopes: sandbox.scopes, store: () => bot.store }
  return {
    account,
    apply,
    store: () => bot.store,
    /** Ends all faults and gives every pass enough time. */
    async settle(): Promise<void> {
      sandbox.faults.clear()
      calmOwn(own)
      interrupt.edits = []
      await start()
      clock.time += 27 * HOUR
      await bot.sync.run()
      await bot.sync.reconcile()
      clock.time += 5 * MINUTE
      const { types } = await bot.sync.run()
      const failed = Object.entries(types).filter(([, { error }]) => error !== null)
      if (failed.length > 0) throw new Error(JSON.stringify(failed))
    },
    trueOwn: () => trueOwn(own),
    heldOwn: () => heldOwn(bot.store),
    leftOver: () => leftOver(own),
    /** The stored changes of every existing deal, one line each. */
    async keptChanges(): Promise<string[]> {
      const ids = recordsOf('deals').flatMap(({ id, archived }) => (archived ? [] : [id]))
      return dealChangesIn(address, ids)
    },
    /** Deals with a cost other than the value of the cost property named last. */
    async wrongCosts(): Promise<string[]> {
      const { costProperty } = await bot.store.settings.read()
      const facts = await bot.store.facts.scan('deals', null, 10_000)
      return facts.flatMap((fact) => {
        if (fact.type !== 'deals') return []
        const properties = account.find('deals', fact.id)?.properties ?? {}
        const cost = costProperty === null ? null : (properties[costProperty] ?? null)
        return fact.cost === cost ? [] : [`${fact.id} has ${fact.cost} instead of ${cost}`]
      })
    },
    /** Ids that were merged into a record that counts, but do not lead to it. */
    async lostAliases(): Promise<string[]> {
      const lost: string[] = []
      for (const type of ['deals', 'contacts'] as const) {
        for (const from of account.mergedIds.get(type)?.keys() ?? []) {
          const into = account.find(type, from)
          if (!into || into.archived) continue
          const found = await survivorIn(address, type, from)
          if (found !== into.id) lost.push(`${type} ${from} leads to ${found} instead of ${into.id}`)
        }
      }
      return lost
    },
    trueChanges: () => recordsOf('deals').flatMap(trueChangesOf).sort(),
    async end(): Promise<void> {
      await sandbox.stop()
      for (const store of opened) await store.close()
      await end()
    },
  }
}

function lagOf({ lagMinutes }: { lagMinutes: number }): { indexLagMs?: number } {
  return lagMinutes === 0 ? {} : { indexLagMs: lagMinutes * MINUTE }
}

const NAMES: Record<(typeof TRACKED_PROPERTIES)[number], string> = {
  stage: 'dealstage',
  closesAt: 'closedate',
  amount: 'amount',
  homeAmount: 'amount_in_home_currency',
  owner: 'hubspot_owner_id',
  forecastCategory: 'hs_manual_forecast_category',
}

/** If several changes have the same time, the last one counts. */
function trueChangesOf({ id, archived, history, properties, createdAt }: SandboxRecord): string[] {
  if (archived) return []
  return TRACKED_PROPERTIES.flatMap((property) => {
    const name = NAMES[property]
    const present = properties[name]
    const first = present ? [{ value: present, timestamp: createdAt }] : []
    const versions = [...(history?.[name] ?? first)].reverse()
    const distinct = versions.filter(({ value }, at) => at === 0 || value !== versions[at - 1]?.value)
    const byMoment = new Map(
      distinct.map(({ value, timestamp }) => [
        Date.parse(timestamp),
        property === 'closesAt' && value ? String(Date.parse(value)) : value,
      ]),
    )
    return [...byMoment].map(([at, value]) => `${id} ${property} ${at} ${value}`)
  })
}
