/** Reads the users: the time zone, the working hours and the out-of-office hours that they set for themselves. */
import { z } from 'zod'
import type { User } from '../domain/company/people.ts'
import type { Source } from '../ports/source.ts'
import type { HubSpotClient } from './client.ts'
import { SourceError } from './errors.ts'
import { readAll, toRawPage } from './raw-page.ts'
import { value } from './records/record.ts'
import type { Transport } from './transport.ts'
import { outOfOfficeIn, weekdaysIn } from './user-hours.ts'
import { idIn, instantIn } from './values.ts'
import { zoneIn } from './zone.ts'

const PAGE_LIMIT = 100

const properties = z.object({
  hs_internal_user_id: value,
  hs_standard_time_zone: value,
  hs_working_hours: value,
  hs_out_of_office_hours: value,
  hs_lastmodifieddate: value,
})

const HubSpotUser = z.object({ properties })

/** `null` if the token may not read them (403) or the account does not have them (404). */
export function createUserReader(client: HubSpotClient, transport: Transport): Source['users'] {
  const names = Object.keys(properties.shape)
  const readPage = (after: string | undefined) =>
    transport.call(
      { kind: 'general', what: 'users' },
      () => client.objects.getPage('users', { limit: PAGE_LIMIT, after, properties: names }),
      toRawPage,
    )
  return async () => {
    try {
      const users = (await readAll(readPage)).flatMap(toUser)
      return [...new Map(users.map((user) => [user.userId, user])).values()]
    } catch (error) {
      if (error instanceof SourceError && (error.status === 403 || error.status === 404)) return null
      throw error
    }
  }
}

function toUser(record: unknown): User[] {
  const read = HubSpotUser.safeParse(record)
  const userId = read.success ? idIn(read.data.properties.hs_internal_user_id) : null
  if (!read.success || userId === null) return []
  const { properties: own } = read.data
  return [
    {
      userId,
      zone: zoneIn(own.hs_standard_time_zone),
      weekdays: weekdaysIn(own.hs_working_hours),
      outOfOffice: outOfOfficeIn(own.hs_out_of_office_hours),
      updatedAt: instantIn(own.hs_lastmodifieddate),
    },
  ]
}
