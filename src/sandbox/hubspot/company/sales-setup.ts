import type { OwnProperty, SandboxExchangeRate, SandboxPipeline } from '../account-data.ts'
import { standardDispositions } from '../standard-properties.ts'

/** The outcome of a call that led to a meeting: a custom one, in addition to HubSpot's. */
export const meetingBookedDisposition = '8f1d2c3e-5b7a-4c61-9d0e-2f4a6b8c0d1e'

/** The meeting types that the company has set up. */
export const meetingTypes = ['Demo', 'Discovery', 'Check-in', 'Negotiation']

type StageLine = readonly [id: string, label: string, probability: string, isClosed?: boolean]

function pipeline(id: string, label: string, lines: readonly StageLine[]): SandboxPipeline {
  const stages = lines.map(([stageId, stageLabel, probability, isClosed = false], displayOrder) => ({
    id: stageId,
    label: stageLabel,
    displayOrder,
    archived: false,
    metadata: { isClosed: String(isClosed), probability },
  }))
  return { id, label, displayOrder: 0, archived: false, stages }
}

export const newBusiness = pipeline('default', 'New business', [
  ['appointmentscheduled', 'Appointment scheduled', '0.2'],
  ['qualifiedtobuy', 'Qualified to buy', '0.4'],
  ['presentationscheduled', 'Presentation', '0.6'],
  ['decisionmakerboughtin', 'Decision maker bought in', '0.8'],
  ['contractsent', 'Contract sent', '0.9'],
  ['closedwon', 'Closed won', '1.0', true],
  ['closedlost', 'Closed lost', '0.0', true],
])

/** Has stage ids of every kind found in accounts: numbers, a UUID, words with hyphens. */
export const enterprise = pipeline('7700100', 'Enterprise', [
  ['1087654321', 'Discovery', '0.15'],
  ['4ce72d38-5dd5-47e2-89ed-02fd1f74fee9', 'Technical validation', '0.35'],
  ['security-review', 'Security review', '0.55'],
  ['1087654324', 'Procurement', '0.75'],
  ['1087654325', 'Signed', '1.0', true],
  ['1087654326', 'Lost', '0.0', true],
])

export const renewals = pipeline('7700200', 'Renewals', [
  ['1090000001', 'Up for renewal', '0.7'],
  ['1090000002', 'In talks', '0.8'],
  ['1090000003', 'Renewed', '1.0', true],
  ['1090000004', 'Churned', '0.0', true],
])

export const pipelines: SandboxPipeline[] = [newBusiness, enterprise, renewals].map((one, displayOrder) => ({
  ...one,
  displayOrder,
}))

/** Euros for one unit: the first rate and the newer one. */
const rates: Record<string, readonly [number, number]> = {
  DKK: [0.1341, 0.134],
  SEK: [0.0881, 0.0904],
  GBP: [1.1874, 1.1512],
  RON: [0.2009, 0.1964],
  USD: [0.9213, 0.8688],
}

/** A first rate and a newer one for every currency. */
export function companyRates(firstAt: string, newerAt: string): SandboxExchangeRate[] {
  return Object.entries(rates).flatMap(([currency, values], at) =>
    values.map((conversionRate, newer) => ({
      id: String(900 + at * 2 + newer),
      fromCurrencyCode: currency,
      toCurrencyCode: 'EUR',
      conversionRate,
      effectiveAt: newer === 0 ? firstAt : newerAt,
      visibleInUI: true,
    })),
  )
}

/** Approximate euros for one unit of a currency, good enough to price a deal. */
export function roughRate(currency: string): number {
  return rates[currency]?.[1] ?? 1
}

/** The currencies that each team sells in, usual ones several times. */
export const teamCurrencies: Record<string, readonly string[]> = {
  '301': ['EUR', 'EUR', 'EUR', 'DKK', 'SEK', 'GBP'],
  '302': ['EUR', 'EUR', 'EUR', 'EUR', 'RON'],
  '303': ['USD', 'EUR', 'EUR'],
}

/** Keyed by the zone of the reps who sell there. */
export const territories: Record<string, readonly string[]> = {
  'Europe/Copenhagen': ['Denmark', 'Sweden', 'Norway'],
  'Europe/London': ['British Isles', 'Benelux'],
  'Europe/Bucharest': ['Romania', 'Balkans', 'Poland'],
  'America/New_York': ['US East', 'US West', 'Canada'],
}

const territory: OwnProperty = {
  name: 'territory',
  label: 'Territory',
  type: 'enumeration',
  options: Object.values(territories).flatMap((names) => names.map((name): [string, string] => [name, name])),
}

export const ownProperties: Record<string, OwnProperty[]> = {
  deals: [
    { name: 'deal_cost', label: 'Cost', type: 'number' },
    { name: 'contract_years', label: 'Contract years', type: 'number' },
    territory,
  ],
  contacts: [territory],
  meetings: [
    {
      name: 'hs_activity_type',
      label: 'Call and meeting type',
      type: 'enumeration',
      options: meetingTypes.map((type): [string, string] => [type, type]),
    },
  ],
  quotes: [
    {
      name: 'hs_status',
      label: 'Approval status',
      type: 'enumeration',
      options: [
        ['DRAFT', 'Draft'],
        ['APPROVAL_NOT_NEEDED', 'No approval needed'],
        ['PENDING_APPROVAL', 'Pending approval'],
        ['APPROVED', 'Approved'],
        ['REJECTED', 'Rejected'],
      ],
    },
  ],
  calls: [
    {
      name: 'hs_call_disposition',
      label: 'Call outcome',
      type: 'enumeration',
      options: [
        ...standardDispositions.map(({ value, label }): [string, string] => [value, label]),
        [meetingBookedDisposition, 'Meeting booked'],
      ],
    },
  ],
}
