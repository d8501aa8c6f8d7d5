/** Activity: what reps do, the lead indicators. */
import { additive, ratio } from './metric.ts'

/** Calls made or taken; not those that were never put through. */
export const calls = additive({ id: 'calls', family: 'A', unit: 'count', tallies: ['calls'] })

/** Calls that the rep made. */
export const dials = additive({ id: 'dials', family: 'A', unit: 'count', tallies: ['dials'] })

/** Calls that came in. */
export const inboundCalls = additive({
  id: 'inbound_calls',
  family: 'A',
  unit: 'count',
  tallies: ['inbound_calls'],
})

/** Calls with a connected outcome. */
export const connects = additive({ id: 'connects', family: 'A', unit: 'count', tallies: ['connects'] })

/** Mails sent; not received, scheduled or bounced ones. */
export const emails = additive({ id: 'emails', family: 'A', unit: 'count', tallies: ['emails'] })

/** Meetings that took place. */
export const meetings = additive({ id: 'meetings', family: 'A', unit: 'count', tallies: ['meetings'] })

/** Meetings put into a calendar, on the day on which that was done. */
export const meetingsBooked = additive({
  id: 'meetings_booked',
  family: 'A',
  unit: 'count',
  tallies: ['meetings_booked'],
})

/** Tasks done, on the day of completion. */
export const tasks = additive({ id: 'tasks', family: 'A', unit: 'count', tallies: ['tasks'] })

export const notes = additive({ id: 'notes', family: 'A', unit: 'count', tallies: ['notes'] })

/** LinkedIn, SMS and WhatsApp messages that were logged. */
export const messages = additive({ id: 'messages', family: 'A', unit: 'count', tallies: ['messages'] })

/** Everything that a rep did; a call and its note are two. */
export const activities = additive({
  id: 'activities',
  family: 'A',
  unit: 'count',
  tallies: ['calls', 'emails', 'meetings', 'tasks', 'notes', 'messages'],
})

/** Time spent in connected calls. */
export const talkTime = additive({ id: 'talk_time', family: 'A', unit: 'duration', tallies: ['talk_ms'] })

/** Talk time over connected calls. */
export const callLength = ratio({
  id: 'call_length',
  family: 'A',
  unit: 'duration',
  minimumSample: 5,
  numerator: ['talk_ms'],
  denominator: ['connects'],
})

/** Estimate: tasks done for each hour of the working days passed. */
export const tasksPerHour = ratio({
  id: 'tasks_per_hour',
  family: 'A',
  unit: 'count',
  numerator: ['tasks'],
  denominator: ['working_hours'],
})

/** Estimate: the share of working time in calls and meetings. */
export const sellingTime = ratio({
  id: 'selling_time',
  family: 'A',
  unit: 'ratio',
  numerator: ['talk_ms', 'meeting_ms'],
  denominator: ['working_ms'],
})

/** Estimate: the share of working time that notes and tasks take, at the minutes that the settings give each. */
export const adminTime = ratio({
  id: 'admin_time',
  family: 'A',
  unit: 'ratio',
  better: 'down',
  numerator: ['note_minutes', 'task_minutes'],
  denominator: ['working_minutes'],
})
