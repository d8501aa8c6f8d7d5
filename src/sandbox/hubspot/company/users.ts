import { type SandboxAccount, usersOf } from '../account.ts'
import type { SandboxOwner } from '../account-data.ts'
import type { SandboxRecord } from '../records.ts'
import { accountZone, type CompanyTime, dayStartMs, plusDays } from './company-time.ts'
import { planted, reps } from './people.ts'

const fullTime = '[{"days":"MONDAY_TO_FRIDAY","startMinute":510,"endMinute":1020}]'
const threeDays =
  '[{"days":"MONDAY","startMinute":510,"endMinute":1020},{"days":"TUESDAY","startMinute":510,"endMinute":1020},' +
  '{"days":"THURSDAY","startMinute":510,"endMinute":1020}]'

/** The users behind the owners, with the zone, working hours and out-of-office hours that each has set. */
export function companyUsers(owners: SandboxOwner[], time: CompanyTime): SandboxRecord[] {
  return usersOf(owners).map((user) => {
    const owner = owners.find((one) => String(one.userId) === user.properties['hs_internal_user_id'])
    const zone = reps.find((rep) => rep.ownerId === owner?.id)?.zone ?? accountZone
    const hours = owner?.id === planted.partTimer ? threeDays : fullTime
    const own = {
      hs_standard_time_zone: zone,
      hs_working_hours: hours,
      hs_out_of_office_hours: outOfOffice(time.leaveInHubSpot[owner?.id ?? ''], zone),
      hs_job_title: 'Account executive',
    }
    return { ...user, properties: { ...user.properties, ...own } }
  })
}

function outOfOffice(leave: [string, string] | undefined, zone: string): string {
  if (!leave) return '[]'
  const [first, last] = leave
  const span = { startTimestamp: dayStartMs(first, zone), endTimestamp: dayStartMs(plusDays(last, 1), zone) }
  return JSON.stringify([span])
}

/** The zone that each user has set, keyed by user id. */
export function userZones(account: SandboxAccount): ReadonlyMap<string, string> {
  const zones = new Map<string, string>()
  for (const { properties } of account.table('users').held()) {
    const { hs_internal_user_id: id, hs_standard_time_zone: zone } = properties
    if (id && zone) zones.set(id, zone)
  }
  return zones
}
