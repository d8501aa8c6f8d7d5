/** Whom an answer is about, and why one may be refused. */

/** Whom an answer is about. `name` is text from HubSpot and hostile. */
export type Subject =
  | { kind: 'rep'; ownerId: string; name: string; isAsker: boolean }
  | { kind: 'team'; teamId: string; name: string }
  | { kind: 'everyone' }

/** Why a person is linked to no HubSpot owner. */
export type UnlinkedReason =
  /** No active owner has the e-mail. */
  | 'unlinked'
  /** Several active owners have it, and numbers must not go to the wrong one. */
  | 'emailShared'
  /** An admin linked the person to an owner who is not active any more. */
  | 'linkEnded'

/** Why nothing is shown, and who can help. */
export type RefusalReason =
  | 'guest'
  | UnlinkedReason
  | 'otherPerson'
  | 'otherTeam'
  | 'tooFew'
  | 'teamOnly'
  | 'untracked'
  /** No admin has chosen yet who may be named on boards. */
  | 'boardNotChosen'
