import type { MetricTexts } from '../../metric-text.ts'

export const quota = {
  quota_attainment: {
    name: 'Målopfyldelse',
    formula: 'opnået ÷ periodens mål; for salg, medmindre et andet tal er nævnt.',
  },
  pace: {
    name: 'Forventet nu',
    title: 'Forventet nu (100 % er på sporet)',
    formula:
      'andel af målet nået ÷ den andel, der er sædvanlig nu i tidligere perioder eller følger af arbejdsdagene. 100 % er præcis på sporet.',
  },
  projected_attainment: {
    name: 'På vej mod',
    formula:
      'andel af målet nået ÷ den andel, der er sædvanlig nu i tidligere perioder eller følger af arbejdsdagene: hvor perioden ender.',
  },
  time_to_quota: {
    name: 'Dage til mål',
    formula: 'arbejdsdage fra periodens første dag til den dag, målet blev nået.',
    words: 'tid til mål, dage til mål',
  },
  team_at_quota: {
    name: 'Sælgere i mål',
    formula: 'sælgere, der har nået deres mål ÷ sælgere med et mål.',
    words: 'sælgere i mål, andel i mål',
  },
  forecast: {
    name: 'Prognose',
    formula: 'salg + beløb × sandsynlighed på åbne handler med lukkedato i resten af perioden.',
    words: 'prognose, salgsprognose',
  },
  forecast_commit: {
    name: 'Sikker prognose',
    formula: 'salg + beløb på åbne handler med lukkedato i resten af perioden og prognosekategori commit.',
    words: 'sikker prognose',
  },
  forecast_best_case: {
    name: 'Bedste prognose',
    formula:
      'salg + beløb på åbne handler med lukkedato i resten af perioden og prognosekategori commit eller best case.',
    words: 'bedste prognose',
  },
  forecast_accuracy: {
    name: 'Prognosepræcision',
    formula:
      '100 % minus afstanden mellem prognosen ved periodens start og salget ÷ det største af de to. Kun for perioder, der er slut.',
    words: 'prognosepræcision',
  },
  close_date_slip: {
    name: 'Andel udskudte handler',
    formula:
      'af de handler, der ved periodens start skulle lukke i den: andelen med en lukkedato, der ikke længere er i den, også hvis de siden er lukket.',
    words: 'udskudte handler, andel udskudte handler',
  },
  commission: {
    name: 'Provision',
    formula:
      'salg × satserne i provisionstrinene, efter hvor langt det når mod målet. Ikke det, lønkontoret udbetaler.',
    words: 'provision, min provision, bonus',
  },
  commission_forecast: {
    name: 'Provisionsprognose',
    formula: 'prognose × satserne i provisionstrinene, efter hvor langt den når mod målet.',
    words: 'provisionsprognose, forventet provision',
  },
  activity_score: {
    name: 'Aktivitetspoint',
    formula: 'summen af aktiviteter som opkald og møder × deres point i scorekortet.',
    words: 'aktivitetspoint',
  },
  objective_score: {
    name: 'Resultatpoint',
    formula: 'summen af resultater som oprettede og vundne handler × deres point i scorekortet.',
    words: 'resultatpoint',
  },
  score: {
    name: 'Samlede point',
    formula: 'aktivitetspoint + resultatpoint.',
    words: 'samlede point',
  },
} satisfies Partial<MetricTexts>
