import { type DigestFault, faultsOf } from '../../digests/faults.ts'
import type { DigestListing } from '../../digests/list.ts'
import { rosterFrom } from '../../domain/company/roster.ts'
import type { Store } from '../../ports/store.ts'
import { catalogueOf } from '../../values/catalogue.ts'
import type { Services } from '../../wiring.ts'
import { slotText } from '../digest/slot-text.ts'
import { type Finding, fix, note, ok } from './finding.ts'

/** Whether each digest can say what it is set up to say, and the outcome of its last slot. The Slack findings cover its channel. */
export async function digestFindings(services: Services, store: Store): Promise<Finding[]> {
  const [directory, settings] = await Promise.all([store.directory.read(), store.settings.read()])
  const known = { roster: rosterFrom(directory, settings), catalogue: catalogueOf(settings, directory) }
  const digests = await services.createDigests(store, await services.createLog('silent'))
  const listings = await digests.list()
  return listings.flatMap((listing) => findingsOf(listing, known))
}

function findingsOf(listing: DigestListing, known: Parameters<typeof faultsOf>[1]): Finding[] {
  const { setting, next } = listing
  const check = checkOf(setting.name)
  if (!setting.enabled) return [ok(check, 'switched off')]
  const faults = faultsOf(setting, known).map((fault) => faultFinding(check, fault))
  const turn = next
    ? ok(
        check,
        `${setting.channel}, ${setting.scope}; next ${next.localDate} ${setting.time} ${setting.zone}`,
      )
    : note(check, 'waits until someone chooses who may be named', "Set 'visibility' to named, top or team.")
  return [turn, ...lastFinding(check, listing), ...faults]
}

/** The name under which all findings of a digest are listed. */
export function checkOf(digestName: string): string {
  return `digest ${digestName}`
}

function faultFinding(check: string, fault: DigestFault): Finding {
  switch (fault.kind) {
    case 'unknownScope':
      return fix(
        check,
        `its scope ${fault.scope} does not exist`,
        'Set it to everyone, team:<team id> or group:<name>.',
      )
    case 'unknownMetric':
      return fix(check, `there is no metric ${fault.metric}`, 'Set another board or column.')
    case 'notOnBoards':
      return fix(
        check,
        `${fault.metric} is left out: nobody is ranked by it where others can see`,
        'Set another board or column.',
      )
  }
}

/** The reason of a refusal says what to do. */
function lastFinding(check: string, { slots }: DigestListing): Finding[] {
  const [last] = slots
  if (!last) return []
  const text = `last ${slotText(last)}`
  switch (last.outcome) {
    case 'failed':
      return [fix(check, text, 'Fix what the reason names; the next one goes out by itself.')]
    case 'unknown':
      return [note(check, text, 'Look in the channel. It is not sent again by itself.')]
    case 'skipped':
      return [note(check, text)]
    default:
      return [ok(check, text)]
  }
}
