/** The store: all that is kept, by concern. */
import type { DealDetailStore, DealReads } from './deal-store.ts'
import type { DeliveryStore, SlotStore } from './delivery-store.ts'
import type { DirectoryStore, RulesStore, SettingsStore } from './directory-store.ts'
import type { Cursor, FactStore, PassState, TallyStore } from './fact-store.ts'
import type { InsightStore } from './insight-store.ts'
import type { BudgetStore, Lease, LeaseStore } from './leases.ts'

/** When Slack last proved with which secret it signs. A secret goes by an id that does not reveal it. */
export interface SignatureStore {
  /** Epoch ms; `null` where nothing was verified with this secret. */
  lastVerified(secretId: string): Promise<number | null>
  noteVerified(secretId: string, at: number): Promise<void>
}

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
  signatures: SignatureStore
  /** The database's time (epoch ms), by which it is known what was saved first. */
  time(): Promise<number>
  /** The version that the tables have; the program refuses a newer one. */
  schemaVersion(): Promise<number>
  /**
   * The same store for whoever acts under a lease: once that has passed to another process, every write is refused as a
   * whole with `LeaseLostError`, but for leases and budgets. The lease is asked for at each write; without one nothing is
   * written.
   */
  under(lease: () => Lease | undefined): Store
  close(): Promise<void>
}
