/** The store: everything that is kept, by concern. */
import type { AuditStore } from './audit-store.ts'
import type { DealDetailStore, DealReads } from './deal-store.ts'
import type { DeliveryStore, SlotStore } from './delivery-store.ts'
import type { DirectoryStore, RulesStore, SettingsStore } from './directory-store.ts'
import type { Cursor, FactStore, PassState, TallyStore } from './fact-store.ts'
import type { InsightStore } from './insight-store.ts'
import type { BudgetStore, Lease, LeaseStore } from './leases.ts'
import type { QuestionStore } from './question-store.ts'

/** When a request from Slack was last verified, by signing secret. The id of a secret does not reveal it. */
export interface SignatureStore {
  /** Epoch ms; `null` if nothing was ever verified with this secret. */
  lastVerified(secretId: string): Promise<number | null>
  noteVerified(secretId: string, at: number): Promise<void>
}

export interface Store {
  /** Whether several processes may write to it at the same time. */
  isShared: boolean
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
  audit: AuditStore
  lastQuestions: QuestionStore
  /** The database's time (epoch ms), which decides what was saved first. */
  time(): Promise<number>
  /** The version of the tables. The program refuses a version newer than its own. */
  schemaVersion(): Promise<number>
  /**
   * The same store for work under a lease. Once the lease has passed to another process, every write except to leases
   * and budgets is refused as a whole with `LeaseLostError`. `lease` is called at each write; without one nothing is
   * written.
   */
  under(lease: () => Lease | undefined): Store
  close(): Promise<void>
}
