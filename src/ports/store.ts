/** The store: all that is kept, by concern. */
import type { DealDetailStore, DealReads } from './deal-store.ts'
import type { DeliveryStore, SlotStore } from './delivery-store.ts'
import type { DirectoryStore, RulesStore, SettingsStore } from './directory-store.ts'
import type { Cursor, FactStore, PassState, TallyStore } from './fact-store.ts'
import type { InsightStore } from './insight-store.ts'
import type { BudgetStore, Lease, LeaseStore } from './leases.ts'

export interface Store {
  directory: DirectoryStore
  settings: SettingsStore
  rules: RulesStore
  facts: FactStore
  tallies: TallyStore
  cursors: { read(): Promise<Cursor[]>; save(cursor: Cursor): Promise<void> }
  passes: { read(): Promise<PassState[]>; save(state: PassState): Promise<void> }
  dealDetails: DealDetailStore
  deals: DealReads
  leases: LeaseStore
  budgets: BudgetStore
  insights: InsightStore
  deliveries: DeliveryStore
  slots: SlotStore
  /** The version that the tables have; the program refuses a newer one. */
  schemaVersion(): Promise<number>
  /**
   * The same store for whoever acts under a lease: once that has passed to another process, every write is refused as a
   * whole with `LeaseLostError`, but for leases and budgets. The lease is asked for at each write; without one nothing is written.
   */
  under(lease: () => Lease | undefined): Store
  close(): Promise<void>
}
