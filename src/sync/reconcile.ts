/** Reconciling: the nightly pass over the types that are due, in parallel with the polls and at half their pace. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Day, Zone } from '../domain/calendar/day.ts'
import type { SyncedType } from '../domain/facts/facts.ts'
import { isSourceError, type SourceFault } from '../ports/source.ts'
import { readDealDetails } from './deal-details.ts'
import { NIGHTLY, type NightlyPorts, reconcile } from './nightly-pass.ts'
import { dueTonight, nightOf } from './nights.ts'
import { typeReading } from './read-types.ts'
import {
  createSyncContext,
  type Stoppable,
  type SyncContext,
  type SyncPorts,
  sourceFor,
} from './sync-context.ts'

export interface ReconcilePorts extends SyncPorts {
  /** Resolves after `ms` milliseconds. */
  wait?: ((ms: number) => Promise<unknown>) | undefined
}

export interface Reconciled {
  /** The types that were reconciled. */
  types: SyncedType[]
  /** The types that could not be, with HubSpot's fault. */
  failed: { type: SyncedType; fault: SourceFault; error: string }[]
  changed: number
  /** Another process is reconciling at this moment; this one did nothing. */
  isElsewhere: boolean
}

export interface Reconciler {
  /** Reconciles what is due tonight, or with `isForced` everything that is filled, from its first record. */
  reconcile(isForced: boolean): Promise<Reconciled>
}

/** A tenth of the smallest daily limit (250,000). */
const REQUESTS_A_NIGHT = 25_000

export function createReconciler(ports: ReconcilePorts & Stoppable): Reconciler {
  const context = createSyncContext(ports, 'nightly')
  const { wait = sleep } = ports
  let night: Night = { of: null, allowance: { left: REQUESTS_A_NIGHT } }
  return {
    async reconcile(isForced) {
      context.breaker.reset()
      const { zone } = (await context.store.directory.read()).account ?? {}
      if (zone === undefined) return NOTHING
      const tonight = nightOf(context.clock.now(), zone)
      if (tonight !== night.of) night = { of: tonight, allowance: { left: REQUESTS_A_NIGHT } }
      if (night.allowance.left === 0) return NOTHING
      const due = isForced ? await filledTypes(context) : await dueTypes(context, zone)
      if (due.length === 0) return NOTHING
      const isOld = (beganAt: number | null) =>
        isForced || beganAt === null || nightOf(beganAt, zone) < tonight
      const ports = { wait, allowance: night.allowance, isOld }
      // Checked again under the lease: another process may just have finished it.
      const go = async () => goThrough(context, isForced ? due : await dueTypes(context, zone), ports)
      return (await context.keeper.run(go)) ?? { ...NOTHING, isElsewhere: true }
    },
  }
}

interface Night {
  of: Day | null
  allowance: { left: number }
}

const NOTHING: Reconciled = { types: [], failed: [], changed: 0, isElsewhere: false }

async function filledTypes({ store }: SyncContext): Promise<SyncedType[]> {
  return (await store.cursors.read()).flatMap(({ type, asOf }) => (asOf === null ? [] : [type]))
}

async function dueTypes({ store }: SyncContext, zone: Zone): Promise<SyncedType[]> {
  const [cursors, states] = [await store.cursors.read(), await store.passes.read()]
  return dueTonight({ cursors, states, zone })
}

/** One type after the other; what HubSpot refuses for one is tried again next time and does not stop the others. */
async function goThrough(
  context: SyncContext,
  types: readonly SyncedType[],
  ports: NightlyPorts,
): Promise<Reconciled> {
  const { store, logFaults, onProgress } = context
  const source = sourceFor(context)
  const done: Reconciled = { types: [], failed: [], changed: 0, isElsewhere: false }
  for (const type of types) {
    const count = ({ changed }: { changed: number }) => {
      done.changed += changed
    }
    try {
      const readingPorts = { source, store, onProgress }
      await reconcile(await typeReading(readingPorts, { type, pass: NIGHTLY, tell: count }), ports)
      if (type === 'deals') await refreshCompanies(context)
      done.types.push(type)
      logFaults({ [`nightly ${type}`]: { fault: null, error: null } })
    } catch (error) {
      if (!isSourceError(error)) throw error
      const fault = { fault: error.fault, error: error.message }
      done.failed.push({ type, ...fault })
      logFaults({ [`nightly ${type}`]: fault })
    }
  }
  return done
}

/** Associations with companies change without any change to the deal. */
async function refreshCompanies(context: SyncContext): Promise<void> {
  await context.store.dealDetails.forgetCompanies()
  await readDealDetails({ source: sourceFor(context), store: context.store })
}
