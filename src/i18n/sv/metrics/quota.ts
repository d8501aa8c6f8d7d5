import type { MetricTexts } from '../../metric-text.ts'

export const quota = {
  quota_attainment: {
    name: 'Måluppfyllelse',
    formula: 'utfall ÷ periodens mål; för försäljning om inget annat nämns.',
  },
  pace: {
    name: 'Väntat hittills',
    title: 'Väntat hittills (100 % är i takt)',
    formula:
      'andel av målet nådd ÷ den andel som är vanlig hittills i tidigare perioder eller följer av arbetsdagarna. 100 % är precis i takt.',
  },
  projected_attainment: {
    name: 'På väg mot',
    formula:
      'andel av målet nådd ÷ den andel som är vanlig hittills i tidigare perioder eller följer av arbetsdagarna: var perioden slutar.',
  },
  time_to_quota: {
    name: 'Dagar till mål',
    formula: 'arbetsdagar från periodens första dag till dagen då målet nåddes.',
    words: 'tid till mål, dagar till mål',
  },
  team_at_quota: {
    name: 'Säljare i mål',
    formula: 'säljare som har nått sitt mål ÷ säljare med ett mål.',
    words: 'säljare i mål, andel i mål',
  },
  forecast: {
    name: 'Prognos',
    formula: 'försäljning + belopp × sannolikhet på öppna affärer med stängningsdatum i resten av perioden.',
    words: 'prognos, säljprognos',
  },
  forecast_commit: {
    name: 'Säker prognos',
    formula:
      'försäljning + belopp på öppna affärer med stängningsdatum i resten av perioden och prognoskategori commit.',
    words: 'säker prognos',
  },
  forecast_best_case: {
    name: 'Bästa prognos',
    formula:
      'försäljning + belopp på öppna affärer med stängningsdatum i resten av perioden och prognoskategori commit eller best case.',
    words: 'bästa prognos',
  },
  forecast_accuracy: {
    name: 'Prognosprecision',
    formula:
      '100 % minus avståndet mellan prognosen vid periodens start och försäljningen ÷ det större av de två. Bara för perioder som är slut.',
    words: 'prognosprecision',
  },
  close_date_slip: {
    name: 'Andel försenade affärer',
    formula:
      'av affärerna som vid periodens start skulle stänga i den: andelen vars stängningsdatum inte längre är i den, även om de har stängts sedan dess.',
    words: 'försenade affärer, andel försenade affärer',
  },
  commission: {
    name: 'Provision',
    formula:
      'försäljning × satserna i provisionstrappan, efter hur långt den når mot målet. Inte det som betalas ut med lönen.',
    words: 'provision, min provision, bonus',
  },
  commission_forecast: {
    name: 'Provisionsprognos',
    formula: 'prognos × satserna i provisionstrappan, efter hur långt den når mot målet.',
    words: 'provisionsprognos, väntad provision',
  },
  activity_score: {
    name: 'Aktivitetspoäng',
    formula: 'summan av aktiviteter som samtal och möten × deras poäng i poängkortet.',
    words: 'aktivitetspoäng',
  },
  objective_score: {
    name: 'Resultatpoäng',
    formula: 'summan av resultat som skapade och vunna affärer × deras poäng i poängkortet.',
    words: 'resultatpoäng',
  },
  score: {
    name: 'Totalpoäng',
    formula: 'aktivitetspoäng + resultatpoäng.',
    words: 'poäng, totalpoäng',
  },
} satisfies Partial<MetricTexts>
