import type { MetricTexts } from '../../metric-text.ts'

export const objective = {
  leads: {
    name: 'Leaduri',
    counted: '{n, plural, one {{value} lead} few {{value} leaduri} other {{value} de leaduri}}',
    formula: 'contacte cu proprietar după data creării.',
    words: 'leaduri, leaduri noi, leaduri create, contacte noi, contacte create',
  },
  mqls: {
    name: 'MQL-uri',
    counted: '{n, plural, one {{value} MQL} few {{value} MQL-uri} other {{value} de MQL-uri}}',
    formula:
      'contacte cu proprietar după ziua intrării în etapa ciclului de viață lead calificat de marketing.',
    words: 'mql, mql uri, mqluri, leaduri calificate de marketing',
  },
  sqls: {
    name: 'SQL-uri',
    counted: '{n, plural, one {{value} SQL} few {{value} SQL-uri} other {{value} de SQL-uri}}',
    formula:
      'contacte cu proprietar după ziua intrării în etapa ciclului de viață lead calificat pentru vânzări.',
    words: 'sql, sql uri, sqluri, leaduri calificate pentru vânzări',
  },
  opportunities: {
    name: 'Oportunități',
    counted:
      '{n, plural, one {{value} oportunitate} few {{value} oportunități} other {{value} de oportunități}}',
    formula: 'contacte cu proprietar după ziua intrării în etapa ciclului de viață oportunitate.',
    words: 'oportunități, oportunitate, oportunități noi',
  },
  leads_converted: {
    name: 'Leaduri convertite',
    counted:
      '{n, plural, one {{value} lead convertit} few {{value} leaduri convertite} other {{value} de leaduri convertite}}',
    formula: 'contacte cu proprietar după ziua intrării în etapa ciclului de viață client.',
    words: 'leaduri convertite, clienți noi, clienți',
  },
  leads_per_rep: {
    name: 'Leaduri convertite pe agent',
    formula: 'leaduri convertite ÷ agenți prezenți în perioadă.',
    words: 'leaduri pe agent, leaduri convertite pe agent',
  },
  deals_created: {
    name: 'Tranzacții create',
    counted: '{n, plural, one {{value} creată} few {{value} create} other {{value} create}}',
    formula: 'tranzacții după data creării, în pipeline-urile de vânzări, oricum s-au încheiat.',
    words: 'tranzacții noi, tranzacții create, contracte noi',
  },
  pipeline_created: {
    name: 'Pipeline creat',
    formula:
      'suma totală a tranzacțiilor după data creării, în pipeline-urile de vânzări. Cele fără sumă nu adaugă nimic.',
    words: 'pipeline nou, pipeline creat',
  },
  deals_won: {
    name: 'Tranzacții câștigate',
    counted: '{n, plural, one {{value} câștigată} few {{value} câștigate} other {{value} câștigate}}',
    formula: 'tranzacții într-o etapă câștigată, după data închiderii, în pipeline-urile de vânzări.',
    words: 'tranzacții câștigate, câștigate, contracte câștigate, vânzări închise',
  },
  deals_lost: {
    name: 'Tranzacții pierdute',
    counted: '{n, plural, one {{value} pierdută} few {{value} pierdute} other {{value} pierdute}}',
    formula: 'tranzacții închise fără a fi câștigate, după data închiderii, în pipeline-urile de vânzări.',
    words: 'tranzacții pierdute, pierdute, contracte pierdute',
  },
  revenue: {
    name: 'Vânzări',
    title: 'Vânzări (câștigate, după data închiderii)',
    formula:
      'suma totală a tranzacțiilor câștigate, după data închiderii, în moneda companiei. Nu facturi sau încasări; cele fără sumă nu adaugă nimic.',
    words: 'venituri, venit, vânzări, încasări din vânzări, cifra de afaceri',
  },
  revenue_lost: {
    name: 'Sumă pierdută',
    title: 'Sumă pierdută (tranzacții pierdute, după data închiderii)',
    formula:
      'suma totală a tranzacțiilor închise fără a fi câștigate, după data închiderii, în pipeline-urile de vânzări. Cele fără sumă nu adaugă nimic.',
    words: 'sumă pierdută, suma pierdută, vânzări pierdute, venituri pierdute, valoare pierdută',
  },
  revenue_per_rep: {
    name: 'Vânzări pe agent',
    formula: 'vânzări ÷ agenți prezenți în perioadă.',
    words: 'venit pe agent, vânzări pe agent',
  },
  average_deal: {
    name: 'Tranzacție medie',
    formula: 'vânzări ÷ tranzacții câștigate.',
    words: 'tranzacție medie, valoare medie, tranzacția medie, vânzare medie',
  },
  sales_cycle: {
    name: 'Ciclu de vânzare',
    formula:
      'zile de la data creării la data închiderii tranzacțiilor câștigate, în medie. Fără cele cărora le lipsește o dată.',
    words: 'ciclu de vânzare, ciclul de vânzare, ciclul de vânzare, ciclului de vânzare',
  },
  revenue_per_call: {
    name: 'Vânzări pe apel',
    formula: 'vânzări ÷ apeluri, ambele în perioadă.',
    words: 'venit pe apel, vânzări pe apel',
  },
  revenue_per_hour: {
    name: 'Vânzări pe oră',
    formula: 'vânzări ÷ ore de lucru până acum. Orele vin din calendarul de lucru și nu sunt măsurate.',
    words: 'venit pe oră, vânzări pe oră',
  },
  cost_efficiency: {
    name: 'Eficiența costurilor',
    title: 'Eficiența costurilor (vânzări ÷ cost)',
    formula:
      'vânzări ÷ cost până acum (salariu, bonusuri, instrumente), ambele doar pentru agenții cu un cost în setări.',
    words: 'eficiența costurilor',
  },
  arr: {
    name: 'ARR',
    title: 'ARR (venit anual recurent)',
    formula:
      'tranzacții câștigate, după data închiderii: ARR, altfel MRR × 12, altfel sumă ÷ ani de contract. Restul nu adaugă nimic.',
    words: 'venit anual recurent',
  },
  arpa: {
    name: 'Vânzări pe client',
    title: 'Vânzări pe client (ARPA)',
    formula:
      'vânzări ÷ companii cu o tranzacție câștigată în perioadă, fiecare o dată. Cele fără companie contează doar la vânzări.',
    words: 'venit pe client, vânzări pe client',
  },
  margin: {
    name: 'Marjă',
    formula:
      'sumă minus cost pentru tranzacțiile câștigate, după data închiderii, dacă se știu ambele. Câmpul costului se alege în setări.',
    words: 'marjă, marja, profitul',
  },
  average_margin: {
    name: 'Marjă medie',
    formula: 'marjă ÷ tranzacții câștigate cu sumă și cost cunoscute.',
    words: 'marja medie, marjă medie',
  },
  churn_rate: {
    name: 'Rata de pierdere a clienților',
    title: 'Clienți pierduți (reînnoiri pierdute)',
    formula:
      'reînnoiri închise fără a fi câștigate ÷ toate reînnoirile închise, după data închiderii, în pipeline-urile de reînnoiri.',
    words: 'rata de pierdere a clienților',
  },
  retention_rate: {
    name: 'Rata de retenție',
    title: 'Rata de retenție (reînnoiri câștigate)',
    formula:
      'reînnoiri câștigate ÷ toate reînnoirile închise, după data închiderii, în pipeline-urile de reînnoiri.',
    words: 'rata de retenție, retenție, rata de reînnoire, reînnoiri câștigate',
  },
  net_churn: {
    name: 'Pierdere netă',
    title: 'Pierdere netă (reînnoiri pierdute − vânzări)',
    formula:
      'suma reînnoirilor închise fără a fi câștigate − vânzări, după data închiderii. Peste 0, s-a pierdut mai mult decât s-a vândut din nou.',
    words: 'pierdere netă, pierderi nete',
  },
} satisfies Partial<MetricTexts>
