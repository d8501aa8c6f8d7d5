/** What a person is told about their own data. */
export const privacy = {
  'privacy.headline': 'Ce știe Scoreline despre tine',
  'privacy.kept':
    'Păstrează numele, e-mailul, echipele, fusul orar și programul tău de lucru din HubSpot, iar despre activitățile și tranzacțiile tale id-urile, orele, rezultatele, etapele și sumele, cu numele tranzacțiilor. Niciodată textul notelor, al e-mailurilor și al apelurilor și nici cine sunt contactele tale.',
  'privacy.notTracked':
    'Nu ești urmărit ca agent de vânzări, așa că nimeni nu poate cere cifrele tale. Un administrator decide cine este.',
  'privacy.seers': 'În afară de tine, cifrele tale pot fi văzute de: {names}',
  'privacy.noSeers': 'În afară de tine, nimeni nu poate vedea cifrele tale.',
  'privacy.manager': '{name} (manager)',
  'privacy.coach': '{name} (coach)',
  'privacy.boards.named': 'Clasamentele și rezumatele te pot numi, dar niciodată ca ultimul.',
  'privacy.boards.top': 'Clasamentele și rezumatele îi numesc doar pe cei din frunte.',
  'privacy.boards.team': 'Clasamentele și rezumatele nu numesc pe nimeni.',
  'privacy.boards.none': 'Încă nu se afișează niciun clasament.',
  'privacy.optedOut': 'Clasamentele și rezumatele nu te numesc, dar ești inclus în totaluri.',
  'privacy.totals':
    'Un total le este arătat agenților doar dacă cel puțin 3 persoane au date în el. Totuși, cine compară totalurile unor zile succesive poate deduce cât a adăugat o singură persoană.',
  'privacy.looks':
    '{n, plural, one {Cine s-a uitat la cifrele tale în ultima zi} few {Cine s-a uitat la cifrele tale în ultimele {n} zile} other {Cine s-a uitat la cifrele tale în ultimele {n} de zile}}',
  'privacy.noLooks':
    '{n, plural, one {Nimeni nu s-a uitat la cifrele tale în ultima zi.} few {Nimeni nu s-a uitat la cifrele tale în ultimele {n} zile.} other {Nimeni nu s-a uitat la cifrele tale în ultimele {n} de zile.}}',
  'privacy.look': '{day} · {name}: {what}',
  'privacy.numbers': 'cifre',
  'privacy.commandLine': '{name} (linia de comandă)',
  'privacy.day': 'Ziua',
  'privacy.what': 'Cifre',
}
