/** Who an answer is about, and why an answer may be refused. */

/** Who an answer is about. `name` is untrusted text from HubSpot. */
export type Subject =
  | { kind: 'rep'; ownerId: string; name: string; isAsker: boolean }
  | { kind: 'team'; teamId: string; name: string }
  | { kind: 'everyone' }

/** Why a person is not linked to a HubSpot owner. */
export type UnlinkedReason =
  /** No active owner has the e-mail. */
  | 'unlinked'
  /** Several active owners have the e-mail, and numbers must not go to the wrong person. */
  | 'emailShared'
  /** An admin linked the person to an owner who is no longer active. */
  | 'linkEnded'

/** Why nothing is shown. */
export type RefusalReason =
  | 'guest'
  | UnlinkedReason
  | 'otherPerson'
  | 'otherTeam'
  | 'tooFew'
  /** Where boards name nobody, totals are only of whole periods. */
  | 'partPeriod'
  /** Everyone's total less that of one's own team would be the total of the only other team. */
  | 'oneOtherTeam'
  | 'teamOnly'
  | 'untracked'
  /** Only managers and coaches are shown lists of reps. */
  | 'noReps'
  /** No admin has chosen the visibility of names on boards yet. */
  | 'boardNotChosen'
