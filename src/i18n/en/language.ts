import { activity } from './metrics/activity.ts'
import { conversion } from './metrics/conversion.ts'
import { objective } from './metrics/objective.ts'
import { pipeline } from './metrics/pipeline.ts'
import { quota } from './metrics/quota.ts'
import { missing } from './missing.ts'
import { own } from './own.ts'
import { parts } from './parts.ts'
import { privacy } from './privacy.ts'
import { reps } from './reps.ts'
import { words } from './words.ts'

/** English. Sentences are ICU messages; `{value}` is a number that is already formatted. */
export const en = {
  locale: 'en-GB',
  shorter: { Sept: 'Sep' },
  sentences: {
    'unit.percent': '{n} %',
    'unit.minutes': '{value} min',
    'unit.hours': '{value} h',
    'unit.days': '{n, plural, one {{value} day} other {{value} days}}',
    'unit.seconds': '{value} s',
    'unit.minutesSeconds': '{minutes} min {seconds} s',
    'unit.hoursMinutes': '{hours} h {minutes} min',
    'unit.yes': 'yes',
    'unit.no': 'no',
    'unit.points': '{n, plural, one {{value} point} other {{value} points}}',

    'period.today': 'today',
    'period.yesterday': 'yesterday',
    'period.tomorrow': 'tomorrow',
    'period.thisWeek': 'this week',
    'period.lastWeek': 'last week',
    'period.nextWeek': 'next week',
    'period.thisMonth': 'this month',
    'period.lastMonth': 'last month',
    'period.nextMonth': 'next month',
    'period.thisQuarter': 'this quarter',
    'period.lastQuarter': 'last quarter',
    'period.nextQuarter': 'next quarter',
    'period.thisYear': 'this year',
    'period.lastYear': 'last year',
    'period.nextYear': 'next year',
    'period.dated': '{period} ({dates})',
    'period.lastDays': '{n, plural, one {the last day} other {the last {n} days}}',
    'period.lastWeeks': '{n, plural, one {the last week} other {the last {n} weeks}}',
    'period.lastMonths': '{n, plural, one {the last month} other {the last {n} months}}',
    'period.monthToDate': 'month to date',
    'period.quarterToDate': 'quarter to date',
    'period.yearToDate': 'year to date',
    'period.since': 'since {day}',
    'period.quarter': 'Q{n}',
    'period.quarterOfYear': 'Q{n} {year}',
    'period.half': 'H{n} {year}',
    'period.week': 'week {n}',
    'period.weekOfYear': 'week {n} of {year}',
    'period.dates': '{first} to {last}',

    'subject.everyone': 'Everyone',
    'subject.you': '{name} (you)',

    'line.value': '{metric} {period}: {value}',
    'line.valueNow': '{metric} now: {value}',
    'line.ofParts': '{value} ({numerator} of {denominator})',
    'line.fromParts': '{value} (from {denominator})',
    'line.loading': '{metric} {period}: loading, {share}',
    'line.loadingStart': '{metric} {period}: loading',
    'line.up': '▲ up {change} on {period} ({value})',
    'line.down': '▼ down {change} on {period} ({value})',
    'line.same': 'the same as {period} ({value})',
    'line.samePoint': '{period} at the same point',
    'line.points': '{n, plural, one {{value} point} other {{value} points}}',
    'line.target': '{bar} {share} of {target}',
    'line.team': 'Your team, {team}: {value}',
    'line.rank': 'Rank {rank} of {of}',
    'line.workingDay': 'Last working day: {day}',
    'line.none': 'Nothing is logged in HubSpot for this.',
    'line.unlogged':
      '{without} of {calls} calls have no outcome in HubSpot, and a call without one does not count as a connect. An admin can count them by their length with “connectSeconds” (scoreline settings import).',
    'line.unloggedByLength':
      '{without} of {calls} calls have no outcome in HubSpot; those of {seconds} seconds or more count as connects.',
    'line.noParts': 'There is nothing to calculate it from.',

    'quota.headline': '{share} of {target} · {metric}, {period}',
    'quota.limit': '{share} of the limit of {target} · {metric}, {period}',
    'quota.limitLeft': '{value} left before the limit',
    'quota.limitExceeded': '{value} over the limit',
    'quota.bar': '{bar} {actual}',
    'quota.met': 'met: the target has been reached',
    'quota.missed': 'missed: {gap} short',
    'quota.ahead':
      'ahead: {gap} over what is {by, select, past {usual by now} other {expected by working days}} ({share})',
    'quota.onPace': 'on pace: {share} {by, select, past {is usual by now} other {expected by working days}}',
    'quota.behind':
      'behind: {gap} under what is {by, select, past {usual by now} other {expected by working days}} ({share})',
    'quota.atRisk':
      'at risk: {gap} under what is {by, select, past {usual by now} other {expected by working days}} ({share})',
    'quota.tooEarly': 'too early to tell: only {share} is usual by now',
    'quota.heading': 'heading for {value}',
    'quota.needed': 'needed: {value} a working day for {days}',
    'quota.gapDeals': 'to go: {gap}, {n, plural, one {about 1 average deal} other {about {n} average deals}}',
    'quota.uncovered': '{n, plural, one {1 day} other {{n} days}} of this period have no target',
    'quota.leave': 'on leave: {days}',
    'quota.weekdays': 'working days: {days} ({source})',
    'source.hubspot': 'HubSpot',
    'source.settings': 'settings',
    'quota.none': 'No quota is set for {period}. Your manager or an admin can set one in HubSpot goals.',

    'today.headline': 'Today, {day}',
    'today.target': '{metric}: {done} of {benchmark} {bar}',
    'today.noTargets': 'No daily benchmarks are set for you. An admin can set them.',
    'today.dayOff': 'You are off today: nothing is expected of you.',
    'next.activity': 'Next: {value} to go today',
    'next.needed': 'Next: {metric}, {value} a working day',
    'next.met': 'Next: nothing, the target for {metric} has been reached',

    'board.headline': '{metric} · {period}',
    'board.row': '{rank} {name} {value}',
    'board.smallSample': '{row} (few)',
    'board.tied': '{n, plural, one {+1 tied} other {+{n} tied}}',
    'board.gap': '…',
    'board.empty': 'Nobody has a value for this yet: nothing is logged in HubSpot for the period.',
    'board.few': '“few” means too few to compare; such values rank after the others.',

    'help.headline': 'What you can type',
    'help.unknown': 'I do not know “{word}”.',
    'help.nearest': 'Did you mean one of these?',
    'help.own.today': 'your targets and quota today',
    'help.own.quota': 'quota, pace and what is still needed',
    'help.own.week': 'one number for one period',
    'help.own.top': 'the board, with your own row',
    'help.team.today': 'how your team is doing today',
    'help.team.quota': 'the quota of your team',
    'help.team.week': 'one number of a team for one period',
    'help.team.top': 'the board',
    'help.people': 'People: no name for yourself, “team” for {team}, “all” for everyone',
    'help.more': 'Type {command} to see everything you can ask.',
    'metrics.show': 'All numbers',
    'metrics.one': 'Type e.g. {command} to see what a number means.',
    'definition.words': 'Type any of: {words}',
    'definition.show': 'Show {metric}',
    'help.periods': 'Periods: today, yesterday, this week, last month, Q3, 2026-09, last 30 days and more',

    'greeting.hello': 'Hello! Ask me for any number, such as these.',
    'greeting.thanks': 'You are welcome! There is more to ask for.',
    leftOut: 'One answer holds five numbers. Left out: {words}',
    'noPeriod.noSuchDay': '“{word}” is not a day that exists.',
    'noPeriod.noSuchWeek': '“{word}” is not a week that exists.',
    'noPeriod.endsBeforeItBegins': '“{word}” ends before it begins.',
    'noPeriod.dayOrMonth': '“{word}” can be a day in either of two months.',
    'choice.headline': '“{word}” can be read in more than one way. Which one do you mean?',
    readAs: '“{typed}” was read as “{as}”',

    'refused.guest':
      'Scoreline answers only full members of this workspace. A workspace admin can change your membership.',
    'refused.unlinked':
      'I cannot tell which HubSpot user you are: no HubSpot user has your Slack e-mail address. An admin can link you.',
    'refused.emailShared':
      'I cannot tell which HubSpot user you are: several have your Slack e-mail address. An admin can link you to the right one.',
    'refused.linkEnded':
      'You were linked to a HubSpot user who is no longer active. An admin can link you to another one.',
    'refused.otherPerson':
      'Only the person, their manager and their coach can see these numbers. Ask one of them, or type “team” for your team’s totals.',
    'refused.otherTeam':
      'You can see your own team’s totals and everyone’s, but not another team’s. That team’s manager can help.',
    'refused.tooFew':
      'Too few people are behind this number, so it would reveal one person’s. Their manager can help.',
    'refused.teamOnly':
      'This workspace shows no names on boards. You can ask for your own numbers or your team’s.',
    'refused.untracked': 'Nobody by that name is tracked as a rep. An admin decides who is.',
    'refused.boardNotChosen':
      'No admin has chosen yet who may be named on boards, so no board is shown. You can still see your own numbers and totals.',

    'notYet.word': 'I understand “{word}”, but cannot answer it yet.',
    'notYet.never': 'There are no bottom lists: nobody is shown as last.',
    'notYet.instead': 'This comes close:',

    'setup.headline': 'Scoreline is not ready yet',
    'setup.noAccount':
      'Nothing has been read from HubSpot yet. An admin can see why with “scoreline doctor”.',
    'setup.noReps': 'No reps are tracked yet. An admin chooses them.',
    'setup.reps': '{n, plural, one {1 rep is tracked.} other {{n} reps are tracked.}}',
    'setup.ready':
      'You have no numbers and no team of your own. Type “all” for everyone’s totals or “top” for the board.',

    'basis.asOf': 'data as of {time}',
    'basis.old': 'data as of {time} ({age} old)',
    'basis.down': 'HubSpot could not be reached; data as of {time} ({age} old)',
    'basis.neverDown': 'HubSpot could not be reached yet',
    'basis.unreadable': 'HubSpot does not let Scoreline read: {types}',
    'basis.never': 'HubSpot has not been read yet',
    'basis.loading': 'loading, {share}',
    'basis.loadingStart': 'loading',
    'basis.recalculating': 'recalculating, {share}',

    'digest.header': '{title} · {day}',
    'digest.bar': '{period} {bar} {share} of {target}',
    'digest.behind': '{gap} behind {by, select, past {what is usual by now} other {by working days}}',
    'digest.ahead': '{gap} ahead {by, select, past {of what is usual by now} other {by working days}}',
    'digest.onPace': 'on pace: {share} {by, select, past {is usual by now} other {by working days}}',
    'digest.tooEarly': 'too early to tell',
    'digest.uncovered': '{n, plural, one {1 working day} other {{n} working days}} without a target',
    'digest.board': '{metric} · {period}',
    'digest.empty': '{metric}: none yet · {period}',
    'digest.lastDay': '{day}: {counts}',
    'digest.dueSoon': '{n, plural, one {1 deal} other {{n} deals}} over {amount} due this week',
    'digest.improved': 'Most improved: {name}, +{value}',
    'digest.asOf': 'As of {time} {city}',
    'digest.asOfDetails': 'As of {time} {city} · details ↓',
    'digest.fromDay': 'As of {day} {time} {city}',
    'digest.late': '{n, plural, one {sent 1 minute late} other {sent {n} minutes late}}',
    'digest.stale': 'Old data, as of {time} {city}',
    'digest.staleDay': 'Old data, as of {day} {time} {city}',

    'table.caption': '{title} · {period}',
    'table.name': 'Name',
    'table.quota': 'Quota',
    'table.rows': 'Rows {first} to {last} of {total}',
    'table.summary': '{title}: all reps, {period}',
    'table.empty': 'This table is empty: no rep in the digest had a working day in the period.',
    'table.definition': '{metric}: {about}',
    'table.quotaDefinition': 'Quota: share of the person’s target reached',
    'table.uncovered': '* working days of the period without a target',

    'problem.skipped': 'The digest “{name}” was skipped: {detail}',
    'problem.failed': 'The digest “{name}” could not be posted: {detail}',
    'problem.unknown':
      'The digest “{name}” may be in the channel: please check. Slack did not confirm it: {detail}',
    'problem.tableFailed': 'The table of the digest “{name}” could not be posted: {detail}',
    'problem.tableUnknown':
      'The table of the digest “{name}” may be in its thread: please check. Slack did not confirm it: {detail}',
    'problem.stale': 'The digest “{name}” was posted with old data: {detail}',
    'problem.where': 'Channel: ',

    'home.headline': 'How to ask',
    'home.type': 'Type {command} in any channel; only you see the answer.',
    'door.error': 'Something went wrong on my side; the log has the details. Please try again in a minute.',
    'door.stranger': 'Scoreline answers only people in its own workspace.',
    'door.unknownCommand': 'I do not know {command}. Type {base} help to see what I can answer.',
    'door.oldButton': 'This button is from an older message. Type {base} to ask again.',

    ...missing,
    ...own,
    ...privacy,
    ...reps,
  },
  metrics: { ...activity, ...conversion, ...objective, ...pipeline, ...quota },
  parts,
  words,
}
