/** The access that applied to a question: who asked, in which roles, about whom, and why nothing is shown. */
import type { RefusalReason, Subject } from './subject.ts'

export interface AppliedAccess {
  /** The owner that the asker is linked to; `null` if they are not linked, or HubSpot has not been read. */
  self: { ownerId: string; name: string; isRep: boolean; teams: string[] } | null
  roles: readonly { role: 'admin' | 'manager' | 'coach'; teams: readonly string[] }[]
  /** Whom the answer is about; `null` if it is about nobody, such as help. */
  subject: Subject | null
  /** `null`: allowed. */
  refusal: RefusalReason | null
}
