/** Tells the owner of a digest that it did not arrive, or may not have. */
import { digestProblemNotice, type Notice, passOn } from '../domain/digest/digest-problem.ts'
import type { Delivery } from '../ports/delivery-store.ts'
import type { DeliveriesContext } from './deliveries-context.ts'

/** `unknown`: it may have arrived. */
type End = { state: 'failed' | 'unknown'; error: string }

const PROBLEMS = {
  digest: { failed: 'failed', unknown: 'unknown' },
  digestTable: { failed: 'tableFailed', unknown: 'tableUnknown' },
} as const

/**
 * Called before the delivery is settled. After a crash between the two it is called again, but the notice's key keeps it
 * from being sent twice. A notice that itself fails goes to everybody else who is responsible, or to the log if there is
 * nobody.
 */
export async function tellOwner(
  context: Pick<DeliveriesContext, 'store' | 'log' | 'admins'>,
  delivery: Delivery,
  end: End,
): Promise<void> {
  const { store, log } = context
  const { key, channel } = delivery
  log.error({ key, channel, detail: end.error }, 'a delivery needs attention')
  const notices = await noticesOf(context, delivery, end)
  const added = notices.length > 0 ? await store.deliveries.add(notices, null) : 0
  if (notices.length === 0) log.error({ key }, 'nobody to notify: name an owner for the digest, or an admin')
  else if (added === 0) log.error({ key }, 'everybody who could be notified was notified before')
}

async function noticesOf(
  { store, admins }: Pick<DeliveriesContext, 'store' | 'admins'>,
  { key, channel, message }: Delivery,
  { state, error }: End,
): Promise<Notice[]> {
  const settings = await store.settings.read()
  if (message.kind === 'digestProblem') return passOn({ key, channel, message }, settings, admins)
  const { name: digestName, localDate } = message.digest
  const problem = PROBLEMS[message.kind][state]
  const notice = digestProblemNotice(
    { digestName, localDate, channel, problem, detail: error },
    settings,
    admins,
  )
  return notice ? [notice] : []
}
