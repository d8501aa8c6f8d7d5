import type { Formulas } from '../metric-text.ts'

export const sv: Formulas = {
  calls:
    'samtal loggade i HubSpot, in och ut, efter aktivitetsdatum. Inte avbrutna, köade eller aldrig uppkopplade.',
  dials:
    'samtal med riktning utgående eller ingen, efter aktivitetsdatum. Inte avbrutna, köade eller aldrig uppkopplade.',
  inbound_calls: 'samtal med riktning inkommande, efter aktivitetsdatum.',
  connects:
    'samtal med ett utfall som är kontakt, in och ut, efter aktivitetsdatum. Samtal utan utfall räknas inte.',
  emails:
    'mejl som säljare har skickat eller vidarebefordrat, loggade i HubSpot, efter aktivitetsdatum. Inte mottagna eller oskickade.',
  meetings:
    'möten efter starttid med utfallet genomfört, eller planerat eller inget när de är över. Inte avbokade, flyttade eller uteblivna.',
  meetings_booked: 'alla möten efter dagen då de skapades i HubSpot, oavsett vad det blev av dem.',
  tasks: 'uppgifter markerade som slutförda, efter slutförandedatum. Öppna uppgifter räknas inte.',
  notes: 'anteckningar loggade i HubSpot, efter aktivitetsdatum.',
  messages: 'LinkedIn-, SMS- och WhatsApp-meddelanden loggade i HubSpot, efter aktivitetsdatum.',
  activities: 'samtal + mejl + hållna möten + slutförda uppgifter + anteckningar + meddelanden.',
  talk_time: 'längden på kopplade samtal, hopräknad. Samtal utan längd ger inget.',
  call_length: 'samtalstid ÷ kopplade samtal.',
  tasks_per_hour: 'slutförda uppgifter ÷ arbetstimmar hittills. Timmarna är arbetskalenderns, inte uppmätta.',
  selling_time:
    'tid i kopplade samtal och hållna möten ÷ arbetstimmar hittills. Ett möte räknas som högst 12 timmar.',
  admin_time:
    'anteckningar och uppgifter, var och en med minuterna i inställningarna, ÷ arbetstimmar hittills. Ingen tid mäts.',
  connect_rate: 'kopplade utgående samtal ÷ utgående samtal. Inkommande samtal ingår inte i någon av dem.',
  positive_call_rate:
    'samtal med positivt utfall ÷ kopplade samtal. De positiva utfallen väljs i inställningarna.',
  reply_rate: 'skickade mejl med minst ett svar ÷ skickade mejl.',
  meeting_rate: 'bokade möten ÷ kopplade samtal.',
  no_show_rate:
    'möten med utfallet utebliven ÷ hållna och uteblivna möten. Avbokade och flyttade ingår inte i någon av dem.',
  call_to_sale: 'vunna affärer ÷ samtal, båda i perioden.',
  mql_to_sql: 'kontakter som blev SQL ÷ kontakter som blev MQL, efter dagen då de nådde livscykelfasen.',
  lead_to_opportunity:
    'kontakter som nådde livscykelfasen möjlighet ÷ skapade kontakter. Kontakter utan ägare ingår inte i någon av dem.',
  lead_conversion:
    'kontakter som nådde livscykelfasen kund ÷ skapade kontakter. Kontakter utan ägare ingår inte i någon av dem.',
  win_rate:
    'vunna affärer ÷ vunna och förlorade, efter stängningsdatum, i säljpipelines. Öppna affärer ingår inte.',
  close_rate:
    'vunna affärer efter stängningsdatum ÷ skapade affärer efter skapandedatum, i samma period och säljpipelines.',
  leads_converted: 'kontakter med ägare efter dagen då de nådde livscykelfasen kund.',
  leads_per_rep: 'konverterade leads ÷ säljare som var med i perioden.',
  deals_created: 'affärer efter skapandedatum, i säljpipelines, oavsett vad det blev av dem.',
  pipeline_created: 'belopp på affärer efter skapandedatum, i säljpipelines. Affärer utan belopp ger inget.',
  deals_won: 'affärer i en vunnen fas, efter stängningsdatum, i säljpipelines.',
  deals_lost: 'affärer stängda utan att vara vunna, efter stängningsdatum, i säljpipelines.',
  revenue:
    'belopp på vunna affärer, efter stängningsdatum, i företagets valuta. Inte fakturor eller betalningar; affärer utan belopp ger inget.',
  revenue_per_rep: 'försäljning ÷ säljare som var med i perioden.',
  average_deal: 'försäljning ÷ vunna affärer.',
  sales_cycle:
    'dagar från skapandedatum till stängningsdatum för vunna affärer, i snitt. Affärer utan något av datumen utelämnas.',
  revenue_per_call: 'försäljning ÷ samtal, båda i perioden.',
  revenue_per_hour: 'försäljning ÷ arbetstimmar hittills. Timmarna är arbetskalenderns, inte uppmätta.',
  cost_efficiency:
    'försäljning ÷ kostnad hittills (lön, bonus, verktyg), båda bara för säljare med en kostnad i inställningarna.',
  arr: 'vunna affärer, efter stängningsdatum: deras ARR, annars MRR × 12, annars belopp ÷ avtalsår. Affärer utan dessa ger inget.',
  arpa: 'försäljning ÷ företag med en vunnen affär i perioden, vart och ett en gång. Affärer utan företag räknas bara i försäljningen.',
  margin:
    'belopp minus kostnad på vunna affärer, efter stängningsdatum, där båda är kända. Kostnadsfältet väljs i inställningarna.',
  average_margin: 'marginal ÷ vunna affärer där belopp och kostnad är kända.',
  churn_rate:
    'förnyelser stängda utan att vara vunna ÷ alla stängda förnyelser, efter stängningsdatum, i förnyelsepipelines.',
  pipeline_deals: 'affärer som är öppna nu, i säljpipelines, oavsett period.',
  pipeline_value: 'belopp på affärer som är öppna nu, i säljpipelines, oavsett period.',
  pipeline_weighted: 'belopp på affärer som är öppna nu, vart och ett × affärens sannolikhet, annars fasens.',
  average_open_deal: 'belopp på affärer som är öppna nu ÷ deras antal.',
  pipeline_coverage:
    'belopp på öppna affärer med stängningsdatum i resten av perioden ÷ det som saknas till målet. Inget värde när målet är nått.',
  stalled_deals:
    'öppna affärer vars stängningsdatum har passerat eller som är äldre än två gånger teamets säljcykel senaste året.',
  funnel:
    'affärer som nådde varje fas i en pipeline, och andelen som nådde nästa. Förlorade faser står för sig.',
  quota_attainment: 'utfall ÷ periodens mål; för försäljning där inget annat nämns.',
  pace: 'andel av målet nådd ÷ andel av arbetstiden som gått. 100 % är precis det som väntas hittills.',
  projected_attainment:
    'andel av målet nådd ÷ andel av arbetstiden som gått: var perioden slutar i den här takten.',
  time_to_quota: 'arbetsdagar från periodens första dag till dagen då målet nåddes.',
  team_at_quota: 'säljare som har nått sitt mål ÷ säljare med ett mål.',
  forecast: 'försäljning + belopp × sannolikhet på öppna affärer med stängningsdatum i resten av perioden.',
  forecast_commit:
    'försäljning + belopp på öppna affärer med stängningsdatum i resten av perioden och prognoskategori commit.',
  forecast_best_case:
    'försäljning + belopp på öppna affärer med stängningsdatum i resten av perioden och prognoskategori commit eller best case.',
  forecast_accuracy:
    '100 % minus avståndet mellan prognosen vid periodens start och försäljningen ÷ det större av de två. Bara för perioder som är slut.',
  close_date_slip:
    'av affärerna som vid periodens start skulle stänga i den: andelen vars stängningsdatum inte längre är i den, även om stängda sedan dess.',
  commission:
    'försäljning × satserna i provisionstrappan, efter hur långt den når mot målet. Inte det som lönen betalar ut.',
  commission_forecast: 'prognos × satserna i provisionstrappan, efter hur långt den når mot målet.',
  activity_score: 'aktiviteter som samtal och möten × deras poäng i poängkortet, hopräknade.',
  objective_score: 'resultat som skapade och vunna affärer × deras poäng i poängkortet, hopräknade.',
  score: 'aktivitetspoäng + resultatpoäng.',
}
