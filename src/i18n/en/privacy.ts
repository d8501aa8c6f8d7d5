/** What a person is told about their own data. */
export const privacy = {
  'privacy.headline': 'What Scoreline knows about you',
  'privacy.kept':
    'It keeps your name, e-mail, teams, time zone and working hours from HubSpot, and of your activities and deals the ids, times, outcomes, stages and amounts, with the names of deals. Never the text of notes, e-mails and calls, nor who your contacts are.',
  'privacy.notTracked':
    'You are not tracked as a rep, so nobody can ask for figures of yours. An admin decides who is.',
  'privacy.seers': 'Besides you, these may see your figures: {names}',
  'privacy.noSeers': 'Besides you, nobody may see your figures.',
  'privacy.manager': '{name} (manager)',
  'privacy.coach': '{name} (coach)',
  'privacy.boards.named': 'Boards and digests may name you, but never as last.',
  'privacy.boards.top': 'Boards and digests name only those at the top.',
  'privacy.boards.team': 'Boards and digests name nobody.',
  'privacy.boards.none': 'No boards are shown yet.',
  'privacy.optedOut': 'Boards and digests do not name you, but you count in totals.',
  'privacy.totals':
    'A total is shown to reps only if at least 3 people have data in it. Still, whoever compares the totals of successive days may work out what one person added.',
  'privacy.looks':
    '{n, plural, one {Who looked at your figures in the last day} other {Who looked at your figures in the last {n} days}}',
  'privacy.noLooks':
    '{n, plural, one {Nobody looked at your figures in the last day.} other {Nobody looked at your figures in the last {n} days.}}',
  'privacy.look': '{day} · {name}: {what}',
  'privacy.numbers': 'figures',
  'privacy.commandLine': '{name} (command line)',
  'privacy.day': 'Day',
  'privacy.what': 'Figures',
}
