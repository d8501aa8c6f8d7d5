/** Sync turns what HubSpot holds into facts in the store: a first fill, then poll after poll what has changed. */
import { FACT_TYPES, type FactType } from '../domain/facts.ts'
import { createPoller, retally } from './poller.ts'
import { createReconciler, type Reconciled, type ReconcilePorts } from './reconcile.ts'
import type { SyncReport, TypeReports } from './report.ts'
import { createTurns } from './turns.ts'

/**
 * Each method rejects only for faults of ours: those of HubSpot's stand in its report, and in the store on the type or
 * the part of the directory that they concern. Calls take turns.
 */
export interface Sync {
  /** Reads the whole directory and adopts the rules that follow from it. */
  directory(): Promise<void>
  /** Fills types that were never read whole; goes on where a fill was stopped. */
  fill(types?: readonly FactType[]): Promise<TypeReports>
  /** Reads what changed in the types that are filled. */
  fast(): Promise<TypeReports>
  /** Lets facts whose time has come begin to count. Returns how many. */
  mature(): Promise<number>
  /** Tallies facts again that stand under older rules. Returns how many stood so. */
  retally(): Promise<number>
  /** One whole poll. While one is under way, the call joins it. */
  run(): Promise<SyncReport>
  /** The nightly pass where it is due, or everywhere. It takes no turns: polls go on beside it. */
  reconcile(isForced?: boolean): Promise<Reconciled>
}

export function createSync(ports: ReconcilePorts): Sync {
  const { store, clock } = ports
  const poller = createPoller(ports)
  const reconciler = createReconciler(ports)
  const inTurn = createTurns()
  let polling: Promise<SyncReport> | null = null
  return {
    directory: () => inTurn(poller.readDirectory),
    fill: (types = FACT_TYPES) => inTurn(() => poller.readTypes(types, 'fill')),
    fast: () => inTurn(() => poller.readTypes(FACT_TYPES, 'fast')),
    mature: () => inTurn(() => store.facts.mature(clock.now())),
    retally: () => inTurn(() => retally(store)),
    run() {
      polling ??= inTurn(poller.poll).finally(() => {
        polling = null
      })
      return polling
    },
    reconcile: (isForced = false) => reconciler.reconcile(isForced),
  }
}
