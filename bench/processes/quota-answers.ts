/** Quota answers of many reps, by the past or by working days. */
import { createAnswers } from '../../src/answers/answers.ts'
import { LEXICONS } from '../../src/i18n/lexicons.ts'
import type { Store } from '../../src/ports/store.ts'
import type { QuotasOrder } from './orders.ts'

const REPS = 50

/** Every rep of some teams asks for the quota, as one conversation or each after people and settings were read again. */
export async function answerQuotas(
  { store, now }: { store: Store; now: number },
  { pace, isReadAgain }: QuotasOrder,
): Promise<void> {
  const open = () => createAnswers({ store, clock: { now: () => now }, lexicons: LEXICONS })
  const { owners } = await store.directory.read()
  const kept = open()
  for (const { id, email } of owners.slice(0, REPS)) {
    const asker = { userId: `U${id}`, email, isFullMember: true }
    const { body } = await (isReadAgain ? open() : kept).answer({ asker, words: 'quota this month' })
    if (body.kind !== 'quota') throw new Error(`${id} got no quota but ${body.kind}`)
    if (body.progress.expectedBy !== pace) throw new Error(`${id} goes by ${body.progress.expectedBy}`)
  }
}
