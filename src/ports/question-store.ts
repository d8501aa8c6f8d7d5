/** What each person asked last in a thread or direct message, so that the next line can follow it. */
import type { Question } from '../domain/question/question.ts'

/** `place` is a thread or a direct message. A question belongs to its asker alone. */
export interface AskedWhere {
  asker: string
  place: string
}

export interface QuestionStore {
  /** The asker's last question there, if it is less than 30 minutes old by the database's time; otherwise `null`. */
  last(where: AskedWhere): Promise<Question | null>
  /** Replaces the asker's last question there, and deletes everybody's that are 30 minutes old. */
  keep(where: AskedWhere, question: Question): Promise<void>
}
