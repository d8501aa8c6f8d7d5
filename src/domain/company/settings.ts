/** The settings document: everything a company decides for itself. Ids are strings; amounts are decimal texts. */
import type { Day, Zone } from '../calendar/day.ts'
import type { OwnMetric } from './own-metrics.ts'

export interface QuotaSetting {
  source: 'csv' | 'slack'
  who: string
  metric: string
  from: Day
  to: Day
  target: string
  at?: string | undefined
}

export interface DigestSetting {
  name: string
  channel: string
  owner?: string | undefined
  /** `everyone`, `team:<id>` or `group:<name>` */
  scope: string
  days: number[]
  time: string
  zone: Zone
  language?: string | undefined
  visibility?: Visibility | undefined
  top: number
  board: string
  columns: string[]
  quotaColumn: boolean
  weekly: boolean
  monthly: boolean
  staleMinutes: number
  enabled: boolean
}

export interface RoleSetting {
  user: string
  role: 'admin' | 'manager' | 'coach'
  teams: string[]
  groups: string[]
  reps: string[]
}

export type Visibility = 'named' | 'top' | 'team'

export interface Settings {
  tracked: string[] | null
  weekStart: number
  fiscalYearStartMonth: number
  workingWeekdays: number[]
  hoursPerDay: number
  dayStart: string
  teamZones: Record<string, Zone>
  holidays: Record<string, Day[]>
  leave: Record<string, [Day, Day][]>
  repWeekdays: Record<string, number[]>
  startedOn: Record<string, Day>
  leaveLowersTarget: boolean
  leaveFromHubSpot: boolean
  weekdaysFromHubSpot: boolean
  /** What is expected of a running period by now: as past periods filled up, or by working days alone. */
  pace: 'past' | 'straight'
  archivedOn: Record<string, Day>
  connectedDispositions: string[]
  connectSeconds: number | null
  positiveDispositions: string[] | null
  heldOutcomes: string[]
  metrics: OwnMetric[]
  goals: { goal: string; metric: string }[]
  salesPipelines: string[] | null
  renewalPipelines: string[]
  costProperty: string | null
  contractYearsProperty: string | null
  territoryProperty: string | null
  noteMinutes: number
  taskMinutes: number
  repCost: Record<string, { from: string; monthly: string }[]>
  quotas: QuotaSetting[]
  commission: { tiers: { from: string; rate: string }[] } | null
  scorecard: { metric: string; points: string; benchmark: string }[]
  benchmarks: Record<string, Record<string, string>>
  visibility: Visibility | null
  language: string
  groups: Record<string, { reps: string[]; teams: string[] }>
  links: Record<string, string>
  roles: RoleSetting[]
  privateNumbers: string[]
  optOut: string[]
  digests: DigestSetting[]
  alerts: { enabled: boolean; tellRep: boolean; rules: Record<string, Record<string, unknown>> }
  retention: { facts: number | null; incidents: number; messages: number; audit: number }
}

/** HubSpot's own 'Connected' call outcome, the same GUID in every account. */
export const CONNECTED = 'f240bbac-87c9-4f6e-bf70-924b57d47db7'

export const DEFAULT_SETTINGS: Settings = {
  tracked: null,
  weekStart: 1,
  fiscalYearStartMonth: 1,
  workingWeekdays: [1, 2, 3, 4, 5],
  hoursPerDay: 8,
  dayStart: '09:00',
  teamZones: {},
  holidays: { default: [] },
  leave: {},
  repWeekdays: {},
  startedOn: {},
  leaveLowersTarget: true,
  leaveFromHubSpot: true,
  weekdaysFromHubSpot: false,
  pace: 'past',
  archivedOn: {},
  connectedDispositions: [CONNECTED],
  connectSeconds: null,
  positiveDispositions: null,
  heldOutcomes: ['COMPLETED'],
  metrics: [],
  goals: [],
  salesPipelines: null,
  renewalPipelines: [],
  costProperty: null,
  contractYearsProperty: null,
  territoryProperty: null,
  noteMinutes: 5,
  taskMinutes: 10,
  repCost: {},
  quotas: [],
  commission: null,
  scorecard: [
    { metric: 'calls', points: '1', benchmark: '50' },
    { metric: 'emails', points: '0.5', benchmark: '30' },
    { metric: 'meetings', points: '5', benchmark: '2' },
    { metric: 'deals_created', points: '15', benchmark: '0.5' },
    { metric: 'deals_won', points: '30', benchmark: '0.2' },
  ],
  benchmarks: {},
  visibility: null,
  language: 'en',
  groups: {},
  links: {},
  roles: [],
  privateNumbers: [],
  optOut: [],
  digests: [],
  alerts: { enabled: false, tellRep: true, rules: {} },
  retention: { facts: null, incidents: 180, messages: 30, audit: 365 },
}
