import { accountOf, type SandboxAccount } from './account.ts'
import { AccountData } from './account-data.ts'

/** Reads an account from its JSON form; keys that say nothing of the account are passed over. */
export function loadAccount(json: unknown): SandboxAccount {
  return accountOf(AccountData.parse(json))
}
