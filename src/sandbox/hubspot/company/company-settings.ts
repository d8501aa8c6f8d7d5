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
    visibility: 'named' as const,
    optOut: [planted.optedOut],
    groups: { 'New York and London': { reps: reps.filter(isOverseas).map((rep) => rep.ownerId), teams: [] } },
  }
}

function isOverseas({ zone }: { zone: string }): boolean {
  return zone === 'Europe/London' || zone === 'America/New_York'
}
