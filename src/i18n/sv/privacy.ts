/** What a person is told about their own data. */
export const privacy = {
  'privacy.headline': 'Vad Scoreline vet om dig',
  'privacy.kept':
    'Den sparar ditt namn, din e-post, dina team, din tidszon och din arbetstid från HubSpot samt id, tidpunkter, utfall, faser och belopp för dina aktiviteter och affärer, med affärernas namn. Aldrig texten i anteckningar, e-post och samtal, och inte heller vilka dina kontakter är.',
  'privacy.notTracked':
    'Du följs inte som säljare, så ingen kan fråga efter dina siffror. En administratör bestämmer vilka som följs.',
  'privacy.seers': 'Utöver dig får dessa se dina siffror: {names}',
  'privacy.noSeers': 'Utöver dig får ingen se dina siffror.',
  'privacy.manager': '{name} (chef)',
  'privacy.coach': '{name} (coach)',
  'privacy.boards.named': 'Topplistor och sammanfattningar får nämna dig, men aldrig som sist.',
  'privacy.boards.top': 'Topplistor och sammanfattningar nämner bara dem i toppen.',
  'privacy.boards.team': 'Topplistor och sammanfattningar nämner ingen.',
  'privacy.boards.none': 'Inga topplistor visas ännu.',
  'privacy.optedOut': 'Topplistor och sammanfattningar nämner dig inte, men du räknas med i totaler.',
  'privacy.totals':
    'En total visas för säljare bara om minst 3 personer har data i den. Den som jämför totaler för dagar i följd kan ändå kanske räkna ut vad en person har bidragit med.',
  'privacy.looks':
    '{n, plural, one {Vilka som har tittat på dina siffror det senaste dygnet} other {Vilka som har tittat på dina siffror de senaste {n} dagarna}}',
  'privacy.noLooks':
    '{n, plural, one {Ingen har tittat på dina siffror det senaste dygnet.} other {Ingen har tittat på dina siffror de senaste {n} dagarna.}}',
  'privacy.look': '{day} · {name}: {what}',
  'privacy.numbers': 'siffror',
  'privacy.commandLine': '{name} (kommandorad)',
  'privacy.day': 'Dag',
  'privacy.what': 'Siffror',
}
