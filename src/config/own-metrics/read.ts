/** An account's own metrics in a settings document: each read by itself, then checked against each other and what is known. */
import type { OwnMetric } from '../../domain/company/own-metrics.ts'
import { builtIn } from '../../domain/metrics/catalogue.ts'
import { type Complaint, complaintsIn } from '../complaints.ts'
import type { OwnMetricsBasis, Placed, Present } from './basis.ts'
import { nameComplaints } from './names.ts'
import { objectComplaints } from './objects.ts'
import { ratioComplaints } from './ratios.ts'
import { kindComplaint, ownMetricIn } from './schema.ts'

export interface OwnMetricsReading {
  /** Whether the value is a list. Anything else does not say which metrics are to be removed. */
  isList: boolean
  metrics: OwnMetric[]
  /** Ids of metrics that cannot be read: whatever names them need not be complained about. */
  unread: ReadonlySet<string>
  complaints: Complaint[]
}

const MOST = 50

/** Reads the value of the key `metrics`. */
export function readOwnMetrics(raw: unknown, basis: OwnMetricsBasis, present: Present): OwnMetricsReading {
  if (!Array.isArray(raw))
    return {
      isList: false,
      metrics: [],
      unread: new Set(),
      complaints: [{ path: [], message: 'must be a list' }],
    }
  const schema = ownMetricIn(basis.languages)
  const placed: Placed[] = []
  const unread = new Set<string>()
  const complaints: Complaint[] = []
  raw.forEach((one: unknown, at) => {
    const read = schema.safeParse(one)
    const kind = kindComplaint(one)
    const faults = read.success ? [] : read.error.issues.flatMap(complaintsIn)
    if (kind !== null) faults.push({ path: [], message: kind })
    if (read.success && kind === null) placed.push({ at, metric: read.data })
    else if (hasId(one)) unread.add(one.id)
    complaints.push(...faults.map(({ path, message }) => ({ path: [at, ...path], message })))
  })
  const metrics = distinct(placed)
  if (raw.length > MOST) complaints.push({ path: [], message: `must hold at most ${MOST} metrics` })
  complaints.push(...nameComplaints(placed, basis))
  complaints.push(...objectComplaints(placed, present))
  complaints.push(...ratioComplaints(placed, { metrics, unread }))
  return { isList: true, metrics, unread, complaints }
}

/** Those that can be in a catalogue together. */
function distinct(placed: readonly Placed[]): OwnMetric[] {
  const known = new Map<string, OwnMetric>()
  for (const { metric } of placed)
    if (!known.has(metric.id) && !builtIn(metric.id)) known.set(metric.id, metric)
  return [...known.values()]
}

function hasId(raw: unknown): raw is { id: string } {
  return typeof raw === 'object' && raw !== null && 'id' in raw && typeof raw.id === 'string'
}
