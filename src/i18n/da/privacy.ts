/** What a person is told about their own data. */
export const privacy = {
  'privacy.headline': 'Hvad Scoreline ved om dig',
  'privacy.kept':
    'Den gemmer dit navn, din e-mail, dine teams, din tidszone og din arbejdstid fra HubSpot samt id’er, tidspunkter, udfald, faser og beløb for dine aktiviteter og handler, med handlernes navne. Aldrig teksten i noter, e-mails og opkald, og heller ikke hvem dine kontakter er.',
  'privacy.notTracked':
    'Du følges ikke som sælger, så ingen kan spørge efter dine tal. En administrator bestemmer, hvem der gør.',
  'privacy.seers': 'Ud over dig må disse se dine tal: {names}',
  'privacy.noSeers': 'Ud over dig må ingen se dine tal.',
  'privacy.manager': '{name} (leder)',
  'privacy.coach': '{name} (coach)',
  'privacy.boards.named': 'Ranglister og oversigter må nævne dig, men aldrig som den sidste.',
  'privacy.boards.top': 'Ranglister og oversigter nævner kun dem i toppen.',
  'privacy.boards.team': 'Ranglister og oversigter nævner ingen.',
  'privacy.boards.none': 'Der vises endnu ingen ranglister.',
  'privacy.optedOut': 'Ranglister og oversigter nævner dig ikke, men du tæller med i totaler.',
  'privacy.totals':
    'En total vises kun for sælgere, hvis mindst 3 personer har data i den. Den, der sammenligner totaler for på hinanden følgende dage, kan dog måske regne ud, hvad én person har bidraget med.',
  'privacy.looks':
    '{n, plural, one {Hvem der har set på dine tal det seneste døgn} other {Hvem der har set på dine tal de seneste {n} dage}}',
  'privacy.noLooks':
    '{n, plural, one {Ingen har set på dine tal det seneste døgn.} other {Ingen har set på dine tal de seneste {n} dage.}}',
  'privacy.look': '{day} · {name}: {what}',
  'privacy.numbers': 'tal',
  'privacy.commandLine': '{name} (kommandolinje)',
  'privacy.day': 'Dag',
  'privacy.what': 'Tal',
}
