import type { SandboxAccount } from '../account.ts'
import { companyOfOrThrow } from './company.ts'
import { leaver, planted, reps } from './people.ts'
import { enterprise, meetingBookedDisposition, newBusiness, renewals } from './sales-setup.ts'

/** Settings for the seeded company, in the format of the settings document. */
export function companySettings(account: SandboxAccount) {
  const { time } = companyOfOrThrow(account)
  return {
    tracked: [...reps.map((rep) => rep.ownerId), leaver.ownerId],
    teamZones: { '302': 'Europe/Bucharest', '303': 'America/New_York' },
    holidays: { default: time.holidays },
    leave: time.leave,
    repWeekdays: time.repWeekdays,
    startedOn: time.startedOn,
    connectedDispositions: ['f240bbac-87c9-4f6e-bf70-924b57d47db7', meetingBookedDisposition],
    positiveDispositions: [meetingBookedDisposition],
    salesPipelines: [newBusiness.id, enterprise.id],
    renewalPipelines: [renewals.id],
    costProperty: 'deal_cost',
    contractYearsProperty: 'contract_years',
    territoryProperty: 'territory',
    commission: {
      tiers: [
        { from: '0', rate: '0.08' },
        { from: '1', rate: '0.12' },
      ],
    },
    scorecard: [
      { metric: 'calls', points: '1', benchmark: '6' },
      { metric: 'emails', points: '0.5', benchmark: '5' },
      { metric: 'meetings', points: '5', benchmark: '1' },
      { metric: 'deals_created', points: '15', benchmark: '0.5' },
      { metric: 'deals_won', points: '30', benchmark: '0.2' },
    ],
    metrics: ownMetrics,
    visibility: 'named' as const,
    optOut: [planted.optedOut],
    groups: { 'New York and London': { reps: reps.filter(isOverseas).map((rep) => rep.ownerId), teams: [] } },
  }
}

/** What this company counts besides: demos held, meetings by who booked them, and what was offered in quotes. */
const ownMetrics = [
  {
    id: 'demos',
    name: { en: 'Demos', da: 'Demoer', sv: 'Demonstrationer', id: 'Demo', ro: 'Demonstrații' },
    words: ['demo', 'demos held'],
    count: {
      object: 'meetings',
      date: 'hs_meeting_start_time',
      where: [
        { property: 'hs_activity_type', is: ['Demo'] },
        { property: 'hs_meeting_outcome', is: ['COMPLETED'] },
      ],
    },
  },
  {
    id: 'meetings_set',
    name: {
      en: 'Meetings set',
      da: 'Satte møder',
      sv: 'Inbokade åt andra',
      id: 'Rapat diatur',
      ro: 'Întâlniri stabilite',
    },
    words: ['set meetings', 'meetings by booker'],
    count: {
      object: 'meetings',
      date: 'hs_createdate',
      owner: { property: 'hs_created_by_user_id', holds: 'user' },
    },
  },
  {
    id: 'quotes_sent',
    name: {
      en: 'Quotes sent',
      da: 'Sendte tilbud',
      sv: 'Skickade offerter',
      id: 'Penawaran terkirim',
      ro: 'Oferte trimise',
    },
    words: ['quotes', 'offers'],
    sum: {
      object: 'quotes',
      property: 'hs_quote_amount',
      unit: 'money',
      currency: 'hs_currency',
      date: 'hs_last_published_date',
      where: [{ property: 'hs_status', is: ['APPROVED', 'APPROVAL_NOT_NEEDED'] }],
    },
  },
]

function isOverseas({ zone }: { zone: string }): boolean {
  return zone === 'Europe/London' || zone === 'America/New_York'
}
