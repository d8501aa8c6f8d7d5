/** A question with everything that led to its answer. */
import type { AppliedAccess } from '../access/applied.ts'
import type { Period } from '../calendar/period.ts'
import type { Reading } from '../question/question.ts'
import type { Answer } from './answer.ts'

export interface Considered {
  /** `null` if the words were not read, because the asker may not ask or nothing has been set up. */
  reading: Reading | null
  /** The days of the period that was asked for; `null` if none was. */
  period: Period | null
  access: AppliedAccess
  answer: Answer
}
