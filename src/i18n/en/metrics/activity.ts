import type { MetricTexts } from '../../metric-text.ts'

export const activity = {
  calls: {
    name: 'Calls',
    counted: '{n, plural, one {{value} call} other {{value} calls}}',
    formula:
      'every call that took place, inbound or outbound, by its activity date in HubSpot. Excludes calls that were cancelled, queued, missed or never put through.',
    words: 'calls, call, phone calls, phone call, calls made, calls logged, phoned',
  },
  dials: {
    name: 'Dials',
    counted: '{n, plural, one {{value} dial} other {{value} dials}}',
    formula:
      'calls with direction outbound or none, by activity date. Excludes calls that were cancelled, queued, missed or never put through.',
    words: 'dials, dial, outbound calls, outgoing calls, outbound, dialed, dialled',
  },
  inbound_calls: {
    name: 'Inbound calls',
    counted: '{n, plural, one {{value} inbound call} other {{value} inbound calls}}',
    formula: 'calls with direction inbound, by activity date.',
    words: 'inbound calls, inbound, incoming calls, incoming, calls received',
  },
  connects: {
    name: 'Connects',
    counted: '{n, plural, one {{value} connect} other {{value} connects}}',
    formula:
      'calls with a connected outcome, inbound or outbound, by activity date. Calls without an outcome count only if the settings count them by length.',
    words: 'connects, connected calls, connections, connected, conversations, calls connected',
  },
  emails: {
    name: 'Emails',
    counted: '{n, plural, one {{value} email} other {{value} emails}}',
    formula:
      'emails sent or forwarded by reps and logged in HubSpot, by activity date. Excludes emails that were received or not sent.',
    words: 'emails, email, e-mails, e-mail, mails, mail, emails sent, sent emails',
  },
  meetings: {
    name: 'Meetings',
    counted: '{n, plural, one {{value} meeting} other {{value} meetings}}',
    formula:
      'meetings by start time with outcome completed (or others set as held) or, once they are over, scheduled or none. Excludes cancelled, rescheduled and no-show meetings.',
    words: 'meetings, meeting, meetings held, held meetings, mtgs, mtg',
  },
  meetings_booked: {
    name: 'Meetings booked',
    counted: '{value} booked',
    formula: 'every meeting by the day it was created in HubSpot, whatever came of it.',
    words: 'meetings booked, booked meetings, booked',
  },
  tasks: {
    name: 'Tasks',
    counted: '{n, plural, one {{value} task} other {{value} tasks}}',
    formula: 'tasks marked completed, by completion date. Open tasks do not count.',
    words: 'tasks, task, to dos, todos, tasks done, tasks completed, completed tasks',
  },
  notes: {
    name: 'Notes',
    counted: '{n, plural, one {{value} note} other {{value} notes}}',
    formula: 'notes logged in HubSpot, by activity date.',
    words: 'notes, note, notes written',
  },
  messages: {
    name: 'Messages',
    counted: '{n, plural, one {{value} message} other {{value} messages}}',
    formula: 'LinkedIn, SMS and WhatsApp messages logged in HubSpot, by activity date.',
    words: 'messages, message, sms, whatsapp, linkedin, linkedin messages, texts, communications',
  },
  activities: {
    name: 'Activities',
    counted: '{n, plural, one {{value} activity} other {{value} activities}}',
    formula: 'calls + emails + meetings held + tasks completed + notes + messages.',
    words: `
      activities, activity, all activities, all activity, touches, touchpoints, total activity
    `,
  },
  talk_time: {
    name: 'Talk time',
    formula: 'the total duration of connected calls. Calls without a duration add nothing.',
    words: `
      talk time, talktime, time on the phone, phone time, minutes on the phone, time talking
    `,
  },
  call_length: {
    name: 'Call length',
    title: 'Call length (average)',
    formula: 'talk time ÷ connected calls.',
    words: 'call length, average call length, average call, call duration, average call time',
  },
  tasks_per_hour: {
    name: 'Tasks per hour',
    formula:
      'tasks completed ÷ working hours so far. Hours come from the working calendar and are not measured.',
    words: 'tasks per hour',
  },
  selling_time: {
    name: 'Selling time',
    formula:
      'time in connected calls and meetings held ÷ working hours so far. A meeting counts for at most 12 hours.',
    words: 'selling time, time selling, active selling time',
  },
  admin_time: {
    name: 'Admin time',
    formula:
      'notes and tasks × the minutes that the settings assume for each, ÷ working hours so far. No time is measured.',
    words: 'admin time, administration, time on admin, paperwork',
  },
} satisfies Partial<MetricTexts>
