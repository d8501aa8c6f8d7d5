import { createTexts, type Texts } from '../i18n/texts.ts'
import type { Store } from '../ports/store.ts'
import { readCatalogue } from '../values/catalogue.ts'

/** The texts of the command line, which know the account's own metrics. */
export async function textsFor(store: Store): Promise<Texts> {
  return createTexts('en').with((await readCatalogue(store)).named)
}
