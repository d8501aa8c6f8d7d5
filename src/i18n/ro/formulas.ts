import type { Formulas } from '../metric-text.ts'

export const ro: Formulas = {
  calls:
    'apeluri din HubSpot, primite și efectuate, după data activității. Nu cele anulate, în așteptare sau nepornite.',
  dials:
    'apeluri cu direcția ieșire sau fără direcție, după data activității. Nu cele anulate, în așteptare sau nepornite.',
  inbound_calls: 'apeluri cu direcția intrare, după data activității.',
  connects:
    'apeluri cu rezultat conectat, primite și efectuate, după data activității. Apelurile fără rezultat nu contează.',
  emails:
    'e-mailuri trimise sau redirecționate de agenți, din HubSpot, după data activității. Nu cele primite sau netrimise.',
  meetings:
    'întâlniri după ora de început cu rezultatul finalizat, sau programat ori fără, odată trecute. Nu cele anulate, mutate sau cu neprezentare.',
  meetings_booked: 'toate întâlnirile după ziua în care au fost create în HubSpot, oricum s-au încheiat.',
  tasks: 'sarcini marcate ca finalizate, după data finalizării. Sarcinile deschise nu contează.',
  notes: 'notițe din HubSpot, după data activității.',
  messages: 'mesaje LinkedIn, SMS și WhatsApp din HubSpot, după data activității.',
  activities: 'apeluri + e-mailuri + întâlniri ținute + sarcini finalizate + notițe + mesaje.',
  talk_time: 'durata apelurilor conectate, adunată. Apelurile fără durată nu adaugă nimic.',
  call_length: 'timp de convorbire ÷ apeluri conectate.',
  tasks_per_hour:
    'sarcini finalizate ÷ ore de lucru până acum. Orele sunt cele din calendarul de lucru, nu măsurate.',
  selling_time:
    'timp în apeluri conectate și întâlniri ținute ÷ ore de lucru până acum. O întâlnire contează cel mult 12 ore.',
  admin_time:
    'notițe și sarcini, fiecare cu minutele din setări, ÷ ore de lucru până acum. Niciun timp nu este măsurat.',
  connect_rate: 'apeluri efectuate conectate ÷ apeluri efectuate. Apelurile primite nu intră în calcul.',
  positive_call_rate:
    'apeluri cu rezultat pozitiv ÷ apeluri conectate. Rezultatele pozitive se aleg în setări.',
  reply_rate: 'e-mailuri trimise cu cel puțin un răspuns ÷ e-mailuri trimise.',
  meeting_rate: 'întâlniri programate ÷ apeluri conectate.',
  no_show_rate:
    'întâlniri cu rezultatul neprezentare ÷ întâlniri ținute și neprezentări. Cele anulate și mutate nu intră în calcul.',
  call_to_sale: 'tranzacții câștigate ÷ apeluri, ambele în perioadă.',
  mql_to_sql: 'contacte devenite SQL ÷ contacte devenite MQL, după ziua intrării în etapa ciclului de viață.',
  lead_to_opportunity:
    'contacte intrate în etapa ciclului de viață oportunitate ÷ contacte create. Cele fără proprietar nu intră în calcul.',
  lead_conversion:
    'contacte intrate în etapa ciclului de viață client ÷ contacte create. Cele fără proprietar nu intră în calcul.',
  win_rate:
    'tranzacții câștigate ÷ câștigate și pierdute, după data închiderii, în pipeline-urile de vânzări. Fără cele deschise.',
  close_rate:
    'tranzacții câștigate după data închiderii ÷ create după data creării, în aceeași perioadă, în pipeline-urile de vânzări.',
  leads_converted: 'contacte cu proprietar după ziua intrării în etapa ciclului de viață client.',
  leads_per_rep: 'leaduri convertite ÷ agenți prezenți în perioadă.',
  deals_created: 'tranzacții după data creării, în pipeline-urile de vânzări, oricum s-au încheiat.',
  pipeline_created:
    'sumele tranzacțiilor după data creării, în pipeline-urile de vânzări. Cele fără sumă nu adaugă nimic.',
  deals_won: 'tranzacții într-o etapă câștigată, după data închiderii, în pipeline-urile de vânzări.',
  deals_lost: 'tranzacții închise fără a fi câștigate, după data închiderii, în pipeline-urile de vânzări.',
  revenue:
    'sumele tranzacțiilor câștigate, după data închiderii, în moneda companiei. Nu facturi sau încasări; cele fără sumă nu adaugă nimic.',
  revenue_per_rep: 'vânzări ÷ agenți prezenți în perioadă.',
  average_deal: 'vânzări ÷ tranzacții câștigate.',
  sales_cycle:
    'zile de la data creării la data închiderii tranzacțiilor câștigate, în medie. Fără cele cărora le lipsește o dată.',
  revenue_per_call: 'vânzări ÷ apeluri, ambele în perioadă.',
  revenue_per_hour: 'vânzări ÷ ore de lucru până acum. Orele sunt cele din calendarul de lucru, nu măsurate.',
  cost_efficiency:
    'vânzări ÷ cost până acum (salariu, bonusuri, instrumente), ambele doar pentru agenții cu un cost în setări.',
  arr: 'tranzacții câștigate, după data închiderii: ARR, altfel MRR × 12, altfel sumă ÷ ani de contract. Restul nu adaugă nimic.',
  arpa: 'vânzări ÷ companii cu o tranzacție câștigată în perioadă, fiecare o dată. Cele fără companie contează doar la vânzări.',
  margin:
    'sumă minus cost pentru tranzacțiile câștigate, după data închiderii, unde se știu ambele. Câmpul costului se alege în setări.',
  average_margin: 'marjă ÷ tranzacții câștigate cu sumă și cost cunoscute.',
  churn_rate:
    'reînnoiri închise fără a fi câștigate ÷ toate reînnoirile închise, după data închiderii, în pipeline-urile de reînnoiri.',
  pipeline_deals: 'tranzacții deschise acum, în pipeline-urile de vânzări, oricare ar fi perioada.',
  pipeline_value: 'sumele tranzacțiilor deschise acum, în pipeline-urile de vânzări, oricare ar fi perioada.',
  pipeline_weighted: 'sumele tranzacțiilor deschise acum, fiecare × probabilitatea ei, altfel a etapei.',
  average_open_deal: 'sumele tranzacțiilor deschise acum ÷ numărul lor.',
  pipeline_coverage:
    'sumele tranzacțiilor deschise cu data închiderii în restul perioadei ÷ ce lipsește până la țintă. Fără valoare odată atinsă ținta.',
  stalled_deals:
    'tranzacții deschise cu data închiderii depășită sau mai vechi decât de două ori ciclul de vânzare al echipei din ultimul an.',
  funnel:
    'tranzacții intrate în fiecare etapă a unui pipeline și partea intrată în următoarea. Etapele pierdute stau separat.',
  quota_attainment: 'realizat ÷ ținta perioadei; pentru vânzări dacă nu se numește altceva.',
  pace: 'partea atinsă din țintă ÷ partea trecută din timpul de lucru. 100 % este exact ce se așteaptă până acum.',
  projected_attainment:
    'partea atinsă din țintă ÷ partea trecută din timpul de lucru: unde ajunge perioada în acest ritm.',
  time_to_quota: 'zile lucrătoare de la prima zi a perioadei până în ziua atingerii țintei.',
  team_at_quota: 'agenți care și-au atins ținta ÷ agenți cu o țintă.',
  forecast:
    'vânzări + sumă × probabilitate pentru tranzacțiile deschise cu data închiderii în restul perioadei.',
  forecast_commit:
    'vânzări + sumele tranzacțiilor deschise cu data închiderii în restul perioadei și categoria de prognoză commit.',
  forecast_best_case:
    'vânzări + sumele tranzacțiilor deschise cu data închiderii în restul perioadei și categoria de prognoză commit sau best case.',
  forecast_accuracy:
    '100 % minus diferența dintre prognoza de la începutul perioadei și vânzări ÷ cea mai mare dintre ele. Doar pentru perioade încheiate.',
  close_date_slip:
    'din tranzacțiile care la începutul perioadei trebuiau închise în ea: partea a căror dată a ieșit din ea, și dacă s-au închis între timp.',
  commission:
    'vânzări × ratele treptelor de comision, după cât ating din țintă. Nu este suma plătită cu salariul.',
  commission_forecast: 'prognoză × ratele treptelor de comision, după cât atinge din țintă.',
  activity_score: 'activități precum apeluri și întâlniri × punctele lor din fișa de scor, adunate.',
  objective_score:
    'rezultate precum tranzacții create și câștigate × punctele lor din fișa de scor, adunate.',
  score: 'scor de activitate + scor de rezultat.',
}
