import { type Ranked, rankReps } from '../boards/board.ts'
import type { Owner } from '../company/people.ts'
import type { Measured } from '../metrics/metric.ts'
import { type Found, found } from './insights.ts'
import { byName } from './territory-balance.ts'

/** A territory with the measured value of a metric. */
export interface MeasuredTerritory {
  id: string
  name: string
  measured: Measured
}

export interface TerritoryStanding {
  /** `null` for a territory without a value. */
  rank: number | null
  territory: string
  name: string
  value: number | null
  numerator: number | null
  denominator: number | null
  small_sample: boolean
}

/** In order of rank, equal ranks by name; then territories without a value, by name. */
export type TerritoryBoard = { metric: string } & Found<TerritoryStanding[]>

/** Ranks territories by a metric, the way boards rank reps. */
export function territoryBoardOf(metric: Ranked, territories: readonly MeasuredTerritory[]): TerritoryBoard {
  const ordered = [...territories].sort(byName)
  const rows = ordered.map(({ name, measured }, place) => ({ owner: asOwner(String(place), name), measured }))
  const standings = rankReps(metric, rows).standings.map(({ rank, rep, name, value, isSmallSample }) => ({
    rank,
    territory: ordered[Number(rep)]?.id ?? '',
    name,
    ...value,
    small_sample: isSmallSample,
  }))
  return { metric: metric.id, ...found(standings) }
}

/** On these boards a territory takes the place of a rep. */
function asOwner(id: string, name: string): Owner {
  return {
    id,
    userId: null,
    email: null,
    firstName: name,
    lastName: '',
    isArchived: false,
    archivedAt: null,
    updatedAt: 0,
    teams: [],
  }
}
