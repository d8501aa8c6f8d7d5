/** Telling the owner of a digest that it did not, or perhaps not, arrive. */
import { digestProblemNotice } from '../domain/digest/digest-problem.ts'
import type { Delivery } from '../ports/delivery-store.ts'
import type { Round } from './round.ts'

/** Called before the delivery is settled: a crash between the two tells once more, which the notice's key makes once. */
export async function tellOwner(
  round: Pick<Round, 'store' | 'clock' | 'log' | 'admins'>,
  { key, channel, message }: Delivery,
  detail: string,
): Promise<void> {
  const { store, clock, log, admins } = round
  log.error({ key, channel, detail }, 'a delivery needs a person')
  if (message.kind !== 'digest' && message.kind !== 'digestTable') return
  const { name: digestName, localDate } = message.digest
  const notice = digestProblemNotice(
    { digestName, localDate, channel, problem: 'failed', detail },
    await store.settings.read(),
    admins,
  )
  if (notice) await store.deliveries.add([notice], null, clock.now())
  else log.error({ key }, 'nobody to tell: name an owner for the digest, or an admin')
}
