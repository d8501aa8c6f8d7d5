import type { MetricTexts } from '../../metric-text.ts'

export const activity = {
  calls: {
    name: 'Apeluri',
    counted: '{n, plural, one {{value} apel} few {{value} apeluri} other {{value} de apeluri}}',
    formula:
      'apeluri din HubSpot, primite și efectuate, după data activității. Fără cele anulate, în așteptare, pierdute sau nepornite.',
    words: 'apeluri, apel, apelurile, apeluri telefonice, telefoane, convorbiri, apelurilor',
  },
  dials: {
    name: 'Apeluri efectuate',
    counted:
      '{n, plural, one {{value} apel efectuat} few {{value} apeluri efectuate} other {{value} de apeluri efectuate}}',
    formula:
      'apeluri cu direcția ieșire sau fără direcție, după data activității. Fără cele anulate, în așteptare, pierdute sau nepornite.',
    words: 'apeluri efectuate, apeluri de ieșire, apeluri trimise',
  },
  inbound_calls: {
    name: 'Apeluri primite',
    counted:
      '{n, plural, one {{value} apel primit} few {{value} apeluri primite} other {{value} de apeluri primite}}',
    formula: 'apeluri cu direcția intrare, după data activității.',
    words: 'apeluri primite, apeluri de intrare',
  },
  connects: {
    name: 'Apeluri conectate',
    counted:
      '{n, plural, one {{value} apel conectat} few {{value} apeluri conectate} other {{value} de apeluri conectate}}',
    formula:
      'apeluri cu rezultat conectat, primite și efectuate, după data activității. Cele fără rezultat contează doar dacă setările le numără după durată.',
    words: 'apeluri conectate, conectate, apeluri reușite',
  },
  emails: {
    name: 'E-mailuri',
    counted: '{n, plural, one {{value} e-mail} few {{value} e-mailuri} other {{value} de e-mailuri}}',
    formula:
      'e-mailuri trimise sau redirecționate de agenți, din HubSpot, după data activității. Fără cele primite sau netrimise.',
    words: 'emailuri, e-mailuri, mailuri, mesaje email',
  },
  meetings: {
    name: 'Întâlniri',
    counted: '{n, plural, one {{value} întâlnire} few {{value} întâlniri} other {{value} de întâlniri}}',
    formula:
      'întâlniri după ora de început cu rezultatul finalizat (sau altul setat ca ținut) ori, odată trecute, programat sau fără. Fără cele anulate, mutate sau cu neprezentare.',
    words: 'întâlniri, întâlnire, întâlnirile, ședințe, ședință, întâlnirilor',
  },
  meetings_booked: {
    name: 'Întâlniri programate',
    counted: '{n, plural, one {{value} programată} few {{value} programate} other {{value} programate}}',
    formula: 'toate întâlnirile după ziua în care au fost create în HubSpot, oricum s-au încheiat.',
    words: 'întâlniri programate, ședințe programate, programări',
  },
  tasks: {
    name: 'Sarcini',
    counted: '{n, plural, one {{value} sarcină} few {{value} sarcini} other {{value} de sarcini}}',
    formula: 'sarcini marcate ca finalizate, după data finalizării. Sarcinile deschise nu contează.',
    words: 'sarcini, sarcină, taskuri, sarcini finalizate',
  },
  notes: {
    name: 'Notițe',
    counted: '{n, plural, one {{value} notiță} few {{value} notițe} other {{value} de notițe}}',
    formula: 'notițe din HubSpot, după data activității.',
    words: 'notițe, notiță',
  },
  messages: {
    name: 'Mesaje',
    counted: '{n, plural, one {{value} mesaj} few {{value} mesaje} other {{value} de mesaje}}',
    formula: 'mesaje LinkedIn, SMS și WhatsApp din HubSpot, după data activității.',
    words: 'mesaje, mesaj',
  },
  activities: {
    name: 'Activități',
    counted: '{n, plural, one {{value} activitate} few {{value} activități} other {{value} de activități}}',
    formula: 'apeluri + e-mailuri + întâlniri ținute + sarcini finalizate + notițe + mesaje.',
    words: 'activități, activitate, toate activitățile',
  },
  talk_time: {
    name: 'Timp de convorbire',
    formula: 'durata totală a apelurilor conectate. Apelurile fără durată nu adaugă nimic.',
    words: 'timp de convorbire, timp la telefon',
  },
  call_length: {
    name: 'Durata apelului',
    title: 'Durata medie a apelului',
    formula: 'timp de convorbire ÷ apeluri conectate.',
    words: 'durata apelului, durata medie a apelului',
  },
  tasks_per_hour: {
    name: 'Sarcini pe oră',
    formula:
      'sarcini finalizate ÷ ore de lucru până acum. Orele vin din calendarul de lucru și nu sunt măsurate.',
    words: 'sarcini pe oră',
  },
  selling_time: {
    name: 'Timp de vânzare',
    formula:
      'timp în apeluri conectate și întâlniri ținute ÷ ore de lucru până acum. O întâlnire contează cel mult 12 ore.',
    words: 'timp de vânzare',
  },
  admin_time: {
    name: 'Timp administrativ',
    formula:
      'notițe și sarcini × minutele presupuse în setări, ÷ ore de lucru până acum. Niciun timp nu este măsurat.',
    words: 'timp administrativ',
  },
} satisfies Partial<MetricTexts>
