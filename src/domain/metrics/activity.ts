/** Activity: what reps do, the lead indicators. */
import { additive, ratio } from './metric.ts'

/** What `activities` counts, each as a metric of its own. */
export const ACTIVITY_KINDS = ['calls', 'emails', 'meetings', 'tasks', 'notes', 'messages'] as const
export type ActivityKind = (typeof ACTIVITY_KINDS)[number]

export const ACTIVITY = [
  /** Calls made or answered; not those that were never put through. */
  additive({ id: 'calls', family: 'A', unit: 'count', tallies: ['calls'] }),
  /** Calls that the rep made. */
  additive({ id: 'dials', family: 'A', unit: 'count', tallies: ['dials'] }),
  /** Calls that came in. */
  additive({
    id: 'inbound_calls',
    family: 'A',
    unit: 'count',
    tallies: ['inbound_calls'],
  }),
  /** Calls with a connected outcome. */
  additive({ id: 'connects', family: 'A', unit: 'count', tallies: ['connects'] }),
  /** Mails sent; not received, scheduled or bounced ones. */
  additive({ id: 'emails', family: 'A', unit: 'count', tallies: ['emails'] }),
  /** Meetings that took place. */
  additive({
    id: 'meetings',
    family: 'A',
    unit: 'count',
    besides: ['meetings_booked'],
    tallies: ['meetings'],
  }),
  /** Meetings booked, on the day of booking. */
  additive({
    id: 'meetings_booked',
    family: 'A',
    unit: 'count',
    tallies: ['meetings_booked'],
  }),
  /** Tasks completed, on the day of completion. */
  additive({ id: 'tasks', family: 'A', unit: 'count', tallies: ['tasks'] }),
  additive({ id: 'notes', family: 'A', unit: 'count', tallies: ['notes'] }),
  /** LinkedIn, SMS and WhatsApp messages that were logged. */
  additive({ id: 'messages', family: 'A', unit: 'count', tallies: ['messages'] }),
  /** Everything a rep did; a call and its note count as two. */
  additive({
    id: 'activities',
    family: 'A',
    unit: 'count',
    tallies: ACTIVITY_KINDS,
  }),
  /** Time spent in connected calls. */
  additive({
    id: 'talk_time',
    family: 'A',
    unit: 'duration',
    tallies: ['talk_ms'],
    recordTallies: ['connects'],
  }),
  /** Talk time over connected calls. */
  ratio({
    id: 'call_length',
    family: 'A',
    unit: 'duration',
    minimumSample: 5,
    numerator: ['talk_ms'],
    denominator: ['connects'],
  }),
  /** Tasks completed per hour of the working days passed. */
  ratio({
    id: 'tasks_per_hour',
    family: 'A',
    unit: 'count',
    isEstimate: true,
    numerator: ['tasks'],
    denominator: ['working_hours'],
  }),
  /** The share of working time in calls and meetings. */
  ratio({
    id: 'selling_time',
    family: 'A',
    unit: 'ratio',
    isEstimate: true,
    numerator: ['talk_ms', 'meeting_ms'],
    denominator: ['working_ms'],
  }),
  /** The share of working time that notes and tasks take, at the minutes that the settings give each. */
  ratio({
    id: 'admin_time',
    family: 'A',
    unit: 'ratio',
    isEstimate: true,
    better: 'down',
    numerator: ['note_minutes', 'task_minutes'],
    denominator: ['working_minutes'],
  }),
]
