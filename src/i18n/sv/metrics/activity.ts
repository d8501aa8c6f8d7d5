import type { MetricTexts } from '../../metric-text.ts'

export const activity = {
  calls: {
    name: 'Samtal',
    counted: '{value} samtal',
    formula:
      'samtal loggade i HubSpot, in- och utgående, efter aktivitetsdatum. Inte avbrutna, missade, köade eller aldrig uppkopplade.',
    words: 'samtal, samtalen, telefonsamtal, uppringningar',
  },
  dials: {
    name: 'Utgående samtal',
    counted: '{value} utgående',
    formula:
      'samtal med riktning utgående eller ingen, efter aktivitetsdatum. Inte avbrutna, missade, köade eller aldrig uppkopplade.',
    words: 'utgående samtal, utgående',
  },
  inbound_calls: {
    name: 'Inkommande samtal',
    counted: '{value} inkommande',
    formula: 'samtal med riktning inkommande, efter aktivitetsdatum.',
    words: 'inkommande samtal, ingående samtal, inkommande',
  },
  connects: {
    name: 'Kopplade samtal',
    counted: '{n, plural, one {{value} kopplat} other {{value} kopplade}}',
    formula:
      'samtal vars utfall är kontakt, in- och utgående, efter aktivitetsdatum. Samtal utan utfall räknas bara om inställningarna räknar dem efter längd.',
    words: 'genomförda samtal, kopplade samtal, kontaktade',
  },
  emails: {
    name: 'Mejl',
    counted: '{value} mejl',
    formula:
      'mejl som säljare har skickat eller vidarebefordrat, loggade i HubSpot, efter aktivitetsdatum. Inte mottagna eller oskickade.',
    words: 'mejl, mejlen, e-post, epost, skickade mejl',
  },
  meetings: {
    name: 'Möten',
    counted: '{n, plural, one {{value} möte} other {{value} möten}}',
    formula:
      'möten efter starttid med utfallet genomfört (eller andra som är valda som hållna) eller, när de är över, planerat eller inget. Inte avbokade, flyttade eller uteblivna.',
    words: 'möten, möte, mötena, hållna möten, genomförda möten',
  },
  meetings_booked: {
    name: 'Bokade möten',
    counted: '{n, plural, one {{value} bokat} other {{value} bokade}}',
    formula: 'alla möten efter dagen då de skapades i HubSpot, oavsett vad det blev av dem.',
    words: 'bokade möten, möten bokade, inbokade möten',
  },
  tasks: {
    name: 'Uppgifter',
    counted: '{n, plural, one {{value} uppgift} other {{value} uppgifter}}',
    formula: 'uppgifter markerade som slutförda, efter slutförandedatum. Öppna uppgifter räknas inte.',
    words: 'uppgifter, uppgift, klara uppgifter',
  },
  notes: {
    name: 'Anteckningar',
    counted: '{n, plural, one {{value} anteckning} other {{value} anteckningar}}',
    formula: 'anteckningar loggade i HubSpot, efter aktivitetsdatum.',
    words: 'anteckningar, anteckning',
  },
  messages: {
    name: 'Meddelanden',
    counted: '{n, plural, one {{value} meddelande} other {{value} meddelanden}}',
    formula: 'LinkedIn-, SMS- och WhatsApp-meddelanden loggade i HubSpot, efter aktivitetsdatum.',
    words: 'meddelanden, meddelande',
  },
  activities: {
    name: 'Aktiviteter',
    counted: '{n, plural, one {{value} aktivitet} other {{value} aktiviteter}}',
    formula: 'samtal + mejl + hållna möten + slutförda uppgifter + anteckningar + meddelanden.',
    words: 'aktiviteter, aktivitet, alla aktiviteter',
  },
  talk_time: {
    name: 'Samtalstid',
    formula: 'den sammanlagda längden på kopplade samtal. Samtal utan längd ger inget.',
    words: 'samtalstid, taltid, tid i telefon',
  },
  call_length: {
    name: 'Samtalslängd',
    title: 'Samtalslängd (genomsnitt)',
    formula: 'samtalstid ÷ kopplade samtal.',
    words: 'samtalslängd, genomsnittligt samtal',
  },
  tasks_per_hour: {
    name: 'Uppgifter per timme',
    formula:
      'slutförda uppgifter ÷ arbetstimmar hittills. Timmarna kommer från arbetskalendern och är inte uppmätta.',
    words: 'uppgifter per timme',
  },
  selling_time: {
    name: 'Säljtid',
    formula:
      'tid i kopplade samtal och hållna möten ÷ arbetstimmar hittills. Ett möte räknas som högst 12 timmar.',
    words: 'säljtid',
  },
  admin_time: {
    name: 'Administrativ tid',
    formula:
      'anteckningar och uppgifter × minuterna som inställningarna räknar med för var och en, ÷ arbetstimmar hittills. Ingen tid mäts.',
    words: 'administrativ tid, administrationstid',
  },
} satisfies Partial<MetricTexts>
