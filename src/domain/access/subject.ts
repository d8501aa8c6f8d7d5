/** Whom an answer is about, and why one may be refused. */

/** Whom an answer is about. `name` is text from HubSpot and hostile. */
export type Subject =
  | { kind: 'rep'; ownerId: string; name: string; isAsker: boolean }
  | { kind: 'team'; teamId: string; name: string }
  | { kind: 'everyone' }

/** Why nothing is shown, and who can help. */
export type RefusalReason =
  | 'guest'
  | 'unlinked'
  | 'otherPerson'
  | 'otherTeam'
  | 'tooFew'
  | 'teamOnly'
  | 'untracked'
  /** No admin has chosen yet who may be named on boards. */
  | 'boardNotChosen'
