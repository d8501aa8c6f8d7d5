import type { MetricTexts } from '../../metric-text.ts'

export const quota = {
  quota_attainment: {
    name: 'Atingerea țintei',
    formula: 'realizat ÷ ținta perioadei; pentru vânzări dacă nu se cere altă cifră.',
  },
  pace: {
    name: 'Așteptat până acum',
    title: 'Așteptat până acum (100 % este în ritm)',
    formula:
      'partea atinsă din țintă ÷ partea obișnuită până acum în perioadele trecute sau dată de zilele lucrătoare. 100 % este exact în ritm.',
  },
  projected_attainment: {
    name: 'Se îndreaptă spre',
    formula:
      'partea atinsă din țintă ÷ partea obișnuită până acum în perioadele trecute sau dată de zilele lucrătoare: unde ajunge perioada.',
  },
  time_to_quota: {
    name: 'Zile până la țintă',
    formula: 'zile lucrătoare de la prima zi a perioadei până în ziua atingerii țintei.',
    words: 'timp până la țintă, zile până la țintă',
  },
  team_at_quota: {
    name: 'Agenți la țintă',
    formula: 'agenți care și-au atins ținta ÷ agenți cu o țintă.',
    words: 'agenți la țintă',
  },
  forecast: {
    name: 'Prognoză',
    formula:
      'vânzări + sumă × probabilitate pentru tranzacțiile deschise cu data închiderii în restul perioadei.',
    words: 'previziune, prognoză, prognoza',
  },
  forecast_commit: {
    name: 'Prognoză sigură',
    formula:
      'vânzări + sumele tranzacțiilor deschise cu data închiderii în restul perioadei și categoria de prognoză commit.',
    words: 'prognoză sigură',
  },
  forecast_best_case: {
    name: 'Prognoză optimă',
    formula:
      'vânzări + sumele tranzacțiilor deschise cu data închiderii în restul perioadei și categoria de prognoză commit sau best case.',
    words: 'prognoză optimă',
  },
  forecast_accuracy: {
    name: 'Precizia prognozei',
    formula:
      '100 % minus diferența dintre prognoza de la începutul perioadei și vânzări ÷ cea mai mare dintre ele. Doar pentru perioade încheiate.',
    words: 'precizia prognozei',
  },
  close_date_slip: {
    name: 'Rata tranzacțiilor amânate',
    formula:
      'din tranzacțiile care la începutul perioadei trebuiau închise în ea: partea cu o dată ieșită din ea, chiar dacă s-au închis între timp.',
    words: 'tranzacții amânate, rata tranzacțiilor amânate',
  },
  commission: {
    name: 'Comision',
    formula:
      'vânzări × ratele treptelor de comision, după cât ating din țintă. Nu este suma plătită cu salariul.',
    words: 'comision, comisionul, comisionul meu',
  },
  commission_forecast: {
    name: 'Prognoza comisionului',
    formula: 'prognoză × ratele treptelor de comision, după cât atinge din țintă.',
    words: 'comision estimat, prognoza comisionului',
  },
  activity_score: {
    name: 'Scor de activitate',
    formula: 'suma activităților precum apeluri și întâlniri × punctele lor din fișa de scor.',
    words: 'scor de activitate',
  },
  objective_score: {
    name: 'Scor de rezultat',
    formula: 'suma rezultatelor precum tranzacții create și câștigate × punctele lor din fișa de scor.',
    words: 'scor de rezultat',
  },
  score: {
    name: 'Scor',
    formula: 'scor de activitate + scor de rezultat.',
    words: 'scor, scorul, punctaj',
  },
} satisfies Partial<MetricTexts>
