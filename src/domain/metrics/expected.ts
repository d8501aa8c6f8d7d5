/** What part of a target would usually be reached by now. */
import { compare, type Exact, exact } from '../numbers/exact.ts'

/** `past`: how past periods filled up; `straight`: the share of working time that has passed. */
export type ExpectedBy = 'past' | 'straight'

export interface ExpectedShare {
  /** 0 to 1; `null` in a period without working time. */
  share: Exact | null
  by: ExpectedBy
}

const TELLING_SHARE = exact(1, 20)

/** So little is usual by now that a comparison with it would mean nothing. Working time is never too early to tell. */
export function isTooEarly({ share, by }: ExpectedShare): boolean {
  return by === 'past' && share !== null && compare(share, TELLING_SHARE) < 0
}
