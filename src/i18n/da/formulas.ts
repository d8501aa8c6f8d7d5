import type { Formulas } from '../metric-text.ts'

export const da: Formulas = {
  calls:
    'opkald logget i HubSpot, ind og ud, efter aktivitetsdato. Ikke annullerede, i kø eller aldrig stillet igennem.',
  dials:
    'opkald med retning udgående eller ingen, efter aktivitetsdato. Ikke annullerede, i kø eller aldrig stillet igennem.',
  inbound_calls: 'opkald med retning indgående, efter aktivitetsdato.',
  connects:
    'opkald med et udfald, der er kontakt, ind og ud, efter aktivitetsdato. Opkald uden udfald tæller ikke.',
  emails:
    'e-mails, som sælgere har sendt eller videresendt, logget i HubSpot, efter aktivitetsdato. Ikke modtagne eller usendte.',
  meetings:
    'møder efter starttid med udfaldet gennemført, eller planlagt eller intet, når de er forbi. Ikke aflyste, flyttede eller udeblivelser.',
  meetings_booked: 'alle møder efter den dag, de blev oprettet i HubSpot, uanset hvad der blev af dem.',
  tasks: 'opgaver markeret som fuldført, efter fuldførelsesdato. Åbne opgaver tæller ikke.',
  notes: 'noter logget i HubSpot, efter aktivitetsdato.',
  messages: 'LinkedIn-, SMS- og WhatsApp-beskeder logget i HubSpot, efter aktivitetsdato.',
  activities: 'opkald + e-mails + afholdte møder + fuldførte opgaver + noter + beskeder.',
  talk_time: 'varigheden af gennemførte opkald, lagt sammen. Opkald uden varighed lægger intet til.',
  call_length: 'taletid ÷ gennemførte opkald.',
  tasks_per_hour: 'fuldførte opgaver ÷ arbejdstimer indtil nu. Timerne er arbejdskalenderens, ikke målte.',
  selling_time:
    'tid i gennemførte opkald og afholdte møder ÷ arbejdstimer indtil nu. Et møde tæller højst 12 timer.',
  admin_time:
    'noter og opgaver, hver med de minutter, som indstillingerne giver, ÷ arbejdstimer indtil nu. Ingen tid måles.',
  connect_rate: 'gennemførte udgående opkald ÷ udgående opkald. Indgående opkald er i ingen af dem.',
  positive_call_rate:
    'opkald med positivt udfald ÷ gennemførte opkald. De positive udfald vælges i indstillingerne.',
  reply_rate: 'sendte e-mails med mindst ét svar ÷ sendte e-mails.',
  meeting_rate: 'bookede møder ÷ gennemførte opkald.',
  no_show_rate:
    'møder med udfaldet udeblev ÷ afholdte møder og udeblivelser. Aflyste og flyttede er i ingen af dem.',
  call_to_sale: 'vundne handler ÷ opkald, begge i perioden.',
  mql_to_sql: 'kontakter, der blev SQL ÷ kontakter, der blev MQL, efter den dag de nåede livscyklusfasen.',
  lead_to_opportunity:
    'kontakter, der nåede livscyklusfasen mulighed ÷ oprettede kontakter. Kontakter uden ejer er i ingen af dem.',
  lead_conversion:
    'kontakter, der nåede livscyklusfasen kunde ÷ oprettede kontakter. Kontakter uden ejer er i ingen af dem.',
  win_rate:
    'vundne handler ÷ vundne og tabte, efter lukkedato, i salgspipelines. Åbne handler er i ingen af dem.',
  close_rate:
    'vundne handler efter lukkedato ÷ oprettede handler efter oprettelsesdato, i samme periode og salgspipelines.',
  leads_converted: 'kontakter med ejer efter den dag, de nåede livscyklusfasen kunde.',
  leads_per_rep: 'konverterede leads ÷ sælgere, der var med i perioden.',
  deals_created: 'handler efter oprettelsesdato, i salgspipelines, uanset hvad der blev af dem.',
  pipeline_created:
    'beløb på handler efter oprettelsesdato, i salgspipelines. Handler uden beløb lægger intet til.',
  deals_won: 'handler i en vundet fase, efter lukkedato, i salgspipelines.',
  deals_lost: 'handler lukket uden at være vundet, efter lukkedato, i salgspipelines.',
  revenue:
    'beløb på vundne handler, efter lukkedato, i virksomhedens valuta. Ikke fakturaer eller betalinger; handler uden beløb lægger intet til.',
  revenue_per_rep: 'salg ÷ sælgere, der var med i perioden.',
  average_deal: 'salg ÷ vundne handler.',
  sales_cycle:
    'dage fra oprettelsesdato til lukkedato for vundne handler, i snit. Handler uden en af datoerne er udeladt.',
  revenue_per_call: 'salg ÷ opkald, begge i perioden.',
  revenue_per_hour: 'salg ÷ arbejdstimer indtil nu. Timerne er arbejdskalenderens, ikke målte.',
  cost_efficiency:
    'salg ÷ omkostning indtil nu (løn, bonus, værktøjer), begge kun for sælgere med en omkostning i indstillingerne.',
  arr: 'vundne handler, efter lukkedato: deres ARR, ellers MRR × 12, ellers beløb ÷ kontraktår. Handler uden disse lægger intet til.',
  arpa: 'salg ÷ virksomheder med en vundet handel i perioden, hver én gang. Handler uden virksomhed tæller kun i salget.',
  margin:
    'beløb minus omkostning på vundne handler, efter lukkedato, hvor begge kendes. Omkostningsfeltet vælges i indstillingerne.',
  average_margin: 'avance ÷ vundne handler, hvor beløb og omkostning kendes.',
  churn_rate:
    'fornyelser lukket uden at være vundet ÷ alle lukkede fornyelser, efter lukkedato, i fornyelsespipelines.',
  pipeline_deals: 'handler, der er åbne nu, i salgspipelines, uanset perioden.',
  pipeline_value: 'beløb på handler, der er åbne nu, i salgspipelines, uanset perioden.',
  pipeline_weighted: 'beløb på handler, der er åbne nu, hver × handlens sandsynlighed, ellers fasens.',
  average_open_deal: 'beløb på handler, der er åbne nu ÷ deres antal.',
  pipeline_coverage:
    'beløb på åbne handler med lukkedato i resten af perioden ÷ det, der mangler til målet. Ingen værdi, når målet er nået.',
  stalled_deals:
    'åbne handler, hvis lukkedato er passeret, eller som er ældre end to gange teamets salgscyklus det seneste år.',
  funnel:
    'handler, der nåede hver fase i en pipeline, og andelen, der nåede den næste. Tabte faser står for sig.',
  quota_attainment: 'opnået ÷ periodens mål; for salg, hvor intet andet er nævnt.',
  pace: 'andel af målet nået ÷ andel af arbejdstiden gået. 100 % er netop det, der forventes nu.',
  projected_attainment:
    'andel af målet nået ÷ andel af arbejdstiden gået: hvor perioden ender i dette tempo.',
  time_to_quota: 'arbejdsdage fra periodens første dag til den dag, målet blev nået.',
  team_at_quota: 'sælgere, der har nået deres mål ÷ sælgere med et mål.',
  forecast: 'salg + beløb × sandsynlighed på åbne handler med lukkedato i resten af perioden.',
  forecast_commit:
    'salg + beløb på åbne handler med lukkedato i resten af perioden og prognosekategori commit.',
  forecast_best_case:
    'salg + beløb på åbne handler med lukkedato i resten af perioden og prognosekategori commit eller best case.',
  forecast_accuracy:
    '100 % minus afstanden mellem prognosen ved periodens start og salget ÷ det største af de to. Kun for perioder, der er slut.',
  close_date_slip:
    'af de handler, der ved periodens start skulle lukke i den: andelen, hvis lukkedato ikke længere er i den, også hvis lukket siden.',
  commission:
    'salg × satserne i provisionstrinene, efter hvor langt det når mod målet. Ikke det, lønkontoret udbetaler.',
  commission_forecast: 'prognose × satserne i provisionstrinene, efter hvor langt den når mod målet.',
  activity_score: 'aktiviteter som opkald og møder × deres point i scorekortet, lagt sammen.',
  objective_score: 'resultater som oprettede og vundne handler × deres point i scorekortet, lagt sammen.',
  score: 'aktivitetspoint + resultatpoint.',
}
