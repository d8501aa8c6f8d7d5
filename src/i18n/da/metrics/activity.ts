import type { MetricTexts } from '../../metric-text.ts'

export const activity = {
  calls: {
    name: 'Opkald',
    counted: '{value} opkald',
    formula:
      'opkald logget i HubSpot, ind- og udgående, efter aktivitetsdato. Ikke annullerede, ubesvarede, i kø eller aldrig stillet igennem.',
    words: 'opkald, opkaldene, samtaler, telefonopkald, telefonsamtaler, kald',
  },
  dials: {
    name: 'Udgående opkald',
    counted: '{value} udgående',
    formula:
      'opkald med retning udgående eller ingen, efter aktivitetsdato. Ikke annullerede, ubesvarede, i kø eller aldrig stillet igennem.',
    words: 'udgående opkald, udgående kald, opringninger, udgående',
  },
  inbound_calls: {
    name: 'Indgående opkald',
    counted: '{value} indgående',
    formula: 'opkald med retning indgående, efter aktivitetsdato.',
    words: 'indgående opkald, indgående kald, indgående',
  },
  connects: {
    name: 'Gennemførte opkald',
    counted: '{n, plural, one {{value} gennemført} other {{value} gennemførte}}',
    formula:
      'opkald, hvis udfald er kontakt, ind- og udgående, efter aktivitetsdato. Opkald uden udfald tæller kun, hvis indstillingerne tæller dem efter længde.',
    words: 'gennemførte opkald, forbundne opkald, kontakter opnået',
  },
  emails: {
    name: 'E-mails',
    counted: '{n, plural, one {{value} e-mail} other {{value} e-mails}}',
    formula:
      'e-mails, som sælgere har sendt eller videresendt, logget i HubSpot, efter aktivitetsdato. Ikke modtagne eller usendte.',
    words: 'mails, e-mails, sendte mails, sendte e-mails',
  },
  meetings: {
    name: 'Møder',
    counted: '{n, plural, one {{value} møde} other {{value} møder}}',
    formula:
      'møder efter starttid med udfaldet gennemført (eller andre, der er sat som afholdt) eller, når de er forbi, planlagt eller intet. Ikke aflyste, flyttede eller udeblivelser.',
    words: 'møder, møde, møderne, afholdte møder, holdte møder',
  },
  meetings_booked: {
    name: 'Bookede møder',
    counted: '{value} booket',
    formula: 'alle møder efter den dag, de blev oprettet i HubSpot, uanset hvad der blev af dem.',
    words: 'bookede møder, møder booket, aftalte møder',
  },
  tasks: {
    name: 'Opgaver',
    counted: '{n, plural, one {{value} opgave} other {{value} opgaver}}',
    formula: 'opgaver markeret som fuldført, efter fuldførelsesdato. Åbne opgaver tæller ikke.',
    words: 'opgaver, opgave, udførte opgaver',
  },
  notes: {
    name: 'Noter',
    counted: '{n, plural, one {{value} note} other {{value} noter}}',
    formula: 'noter logget i HubSpot, efter aktivitetsdato.',
    words: 'noter, notater',
  },
  messages: {
    name: 'Beskeder',
    counted: '{n, plural, one {{value} besked} other {{value} beskeder}}',
    formula: 'LinkedIn-, SMS- og WhatsApp-beskeder logget i HubSpot, efter aktivitetsdato.',
    words: 'beskeder, besked',
  },
  activities: {
    name: 'Aktiviteter',
    counted: '{n, plural, one {{value} aktivitet} other {{value} aktiviteter}}',
    formula: 'opkald + e-mails + afholdte møder + fuldførte opgaver + noter + beskeder.',
    words: 'aktiviteter, aktivitet, alle aktiviteter',
  },
  talk_time: {
    name: 'Taletid',
    formula: 'den samlede varighed af gennemførte opkald. Opkald uden varighed lægger intet til.',
    words: 'taletid, samtaletid, tid i telefonen',
  },
  call_length: {
    name: 'Samtalelængde',
    title: 'Samtalelængde (gennemsnit)',
    formula: 'taletid ÷ gennemførte opkald.',
    words: 'samtalelængde, opkaldslængde, gennemsnitlig samtale',
  },
  tasks_per_hour: {
    name: 'Opgaver pr. time',
    formula:
      'fuldførte opgaver ÷ arbejdstimer indtil nu. Timerne kommer fra arbejdskalenderen og er ikke målt.',
    words: 'opgaver pr time, opgaver per time',
  },
  selling_time: {
    name: 'Salgstid',
    formula:
      'tid i gennemførte opkald og afholdte møder ÷ arbejdstimer indtil nu. Et møde tæller højst 12 timer.',
    words: 'salgstid',
  },
  admin_time: {
    name: 'Administrativ tid',
    formula:
      'noter og opgaver × de minutter, som indstillingerne regner med for hver, ÷ arbejdstimer indtil nu. Ingen tid måles.',
    words: 'administrativ tid, administrationstid',
  },
} satisfies Partial<MetricTexts>
