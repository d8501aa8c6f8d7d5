import type { OwnDays } from '../../../domain/answer/answer.ts'
import { addDays } from '../../../domain/calendar/day.ts'
import type { Leave, PlanSource } from '../../../domain/company/leave.ts'
import type { SentenceKey } from '../../../i18n/language.ts'
import type { Texts } from '../../../i18n/texts.ts'

const SOURCES: Record<PlanSource, SentenceKey> = { hubspot: 'source.hubspot', settings: 'source.settings' }

/** More would not fit in a few lines on a phone. */
const MOST_SHOWN = 5

/** A rep's leave and own weekdays, each with where it comes from; nothing where the company's calendar applies. */
export function ownDaysLines({ leave, weekdays }: OwnDays, texts: Texts): string[] {
  const shown = leave.slice(-MOST_SHOWN).map((one) => leaveText(one, texts))
  const earlier = leave.length > MOST_SHOWN ? ['…'] : []
  return [
    ...(shown.length > 0 ? [texts.say('quota.leave', { days: [...earlier, ...shown].join(', ') })] : []),
    ...(weekdays
      ? [
          texts.say('quota.weekdays', {
            days: weekdays.days.map((weekday) => weekdayName(weekday, texts)).join(', '),
            source: texts.say(SOURCES[weekdays.source]),
          }),
        ]
      : []),
  ]
}

function leaveText({ first, last, source }: Leave, texts: Texts): string {
  const [from, to] = [texts.formats.date(first), texts.formats.date(last)]
  const dates = first === last ? from : texts.say('period.dates', { first: from, last: to })
  return `${dates} (${texts.say(SOURCES[source])})`
}

const A_SUNDAY = '2026-01-04'

function weekdayName(isoWeekday: number, texts: Texts): string {
  return texts.formats.weekday(addDays(A_SUNDAY, isoWeekday))
}
