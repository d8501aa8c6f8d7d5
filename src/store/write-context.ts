/** One change of facts, in its transaction. */
import type { Engine, Tx } from './engine.ts'
import type { KeptRules } from './rules.ts'

export interface WriteContext {
  engine: Engine
  tx: Tx
  rules: KeptRules
}
