/** Privacy: what is kept about the asker, who may see it, and who looked at it. */
import { LOOKS_SHOWN_DAYS } from '../domain/access/look.ts'
import { seersOf } from '../domain/access/seers.ts'
import type { LooksOfDay, PrivacyAnswer } from '../domain/answer/privacy.ts'
import { dayOf, type Zone } from '../domain/calendar/day.ts'
import { nameOf, type Owner } from '../domain/company/people.ts'
import type { PastLook } from '../ports/audit-store.ts'
import type { AnswerContext } from './answer-context.ts'

const COMMAND_LINE = /^cli:/

export async function readPrivacy(context: AnswerContext): Promise<PrivacyAnswer> {
  const { store, roster, company, self, selfRep } = context
  const { settings } = roster
  const { owners } = company.directory
  const days = Math.min(LOOKS_SHOWN_DAYS, settings.retention.audit)
  const looks = selfRep ? await store.audit.looksAt(selfRep.id, days) : []
  return {
    kind: 'privacy',
    isRep: selfRep !== undefined,
    seers: selfRep ? seersOf(selfRep, roster, owners) : [],
    visibility: settings.visibility,
    hasOptedOut: settings.optOut.includes(self.id),
    looks: looksByDay(looks, owners, selfRep?.zone ?? roster.zone),
    days,
  }
}

function looksByDay(looks: readonly PastLook[], owners: readonly Owner[], zone: Zone): LooksOfDay[] {
  const groups = Map.groupBy(looks, ({ at, actor }) => `${dayOf(at, zone)} ${actor}`)
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    return first
      ? [
          {
            day: dayOf(first.at, zone),
            name: nameOfLooker(first, owners),
            isCommandLine: COMMAND_LINE.test(first.actor),
            metrics: [...new Set(group.flatMap(({ shown }) => shown.metrics))],
          },
        ]
      : []
  })
}

function nameOfLooker({ actor, actorOwnerId }: PastLook, owners: readonly Owner[]): string {
  const owner = owners.find(({ id }) => id === actorOwnerId)
  return owner ? nameOf(owner) : actor.replace(COMMAND_LINE, '')
}
