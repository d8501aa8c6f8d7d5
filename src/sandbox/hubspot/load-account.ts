import { accountOf, type SandboxAccount } from './account.ts'
import { AccountData } from './account-data.ts'

/** Reads an account from its JSON format; keys that do not describe the account are ignored. */
export function loadAccount(json: unknown): SandboxAccount {
  return accountOf(AccountData.parse(json))
}
