import { type Exact, exact, over, toNumber } from '../numbers/exact.ts'
import { type Found, found, lacking } from './insights.ts'
import { isBeyond, meanOf } from './mean.ts'

/** What a territory has: reps who work it, leads that came in, and the value of its open deals. */
export interface TerritoryLoad {
  id: string
  name: string
  reps: number
  leads: number
  /** Minor units. */
  pipeline: number
}

/** A number and its mean over the territories. `flagged`: more than 30 % above or below the mean. */
export interface BesideMean {
  value: number
  /** The value over the mean; `null` if the mean is 0. */
  of_mean: number | null
  flagged: boolean
}

export interface TerritoryBalance {
  means: { reps: number; leads: number; pipeline_per_rep: number | null }
  /** By name without regard to case, then by id. */
  territories: {
    territory: string
    name: string
    reps: BesideMean
    leads: BesideMean
    pipeline_per_rep: Found<BesideMean>
  }[]
}

const FEWEST_TERRITORIES = 2
const WITHIN = exact(30, 100)

/** Whether the work is shared out evenly: each territory compared with the arithmetic mean of all. */
export function territoryBalanceOf(territories: readonly TerritoryLoad[]): Found<TerritoryBalance> {
  if (territories.length < FEWEST_TERRITORIES) return lacking('too_few_territories')
  const loads = [...territories].sort(byName).map((load) => ({
    ...load,
    reps: exact(load.reps),
    leads: exact(load.leads),
    perRep: over(exact(load.pipeline), exact(load.reps)),
  }))
  const reps = meanOf(loads.map((load) => load.reps))
  const leads = meanOf(loads.map((load) => load.leads))
  const perRep = meanOf(loads.flatMap((load) => (load.perRep ? [load.perRep] : [])))
  if (!reps || !leads) throw new Error('territories without a mean')
  return found({
    means: { reps: toNumber(reps), leads: toNumber(leads), pipeline_per_rep: perRep && toNumber(perRep) },
    territories: loads.map((load) => ({
      territory: load.id,
      name: load.name,
      reps: beside(load.reps, reps),
      leads: beside(load.leads, leads),
      pipeline_per_rep: load.perRep && perRep ? found(beside(load.perRep, perRep)) : lacking('no_reps'),
    })),
  })
}

function beside(value: Exact, mean: Exact): BesideMean {
  const ofMean = over(value, mean)
  return {
    value: toNumber(value),
    of_mean: ofMean && toNumber(ofMean),
    flagged: isBeyond(value, mean, WITHIN),
  }
}

/** Compares code units, so the order is the same on every machine. */
export function byName(a: { id: string; name: string }, b: { id: string; name: string }): number {
  const [x, y] = [a.name.toLowerCase(), b.name.toLowerCase()]
  if (x !== y) return x < y ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}
