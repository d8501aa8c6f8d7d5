import type { Answer, AnswerBody, MetricLine } from '../../src/domain/answer/answer.ts'
import type { AskedPeriod } from '../../src/domain/answer/asked-period.ts'
import type { Standing } from '../../src/domain/boards/board.ts'
import type { Digest } from '../../src/domain/digest/digest.ts'
import type { Basis } from '../../src/domain/figures/basis.ts'
import { createCatalogue } from '../../src/domain/metrics/catalogue.ts'
import { hasCountedParts, isSnapshot } from '../../src/domain/metrics/metric.ts'
import type { NamedMetric } from '../../src/domain/metrics/named-metric.ts'
import type { QuotaProgress } from '../../src/domain/quotas/progress.ts'

/** Monday 21 September 2026, 10:05 in Copenhagen. */
export const NOW = Date.parse('2026-09-21T08:05:00Z')
export const AS_OF = Date.parse('2026-09-21T05:55:00Z')

export const thisQuarter: AskedPeriod = {
  spec: { kind: 'quarter', year: 2026, quarter: 3 },
  period: { from: '2026-07-01', to: '2026-10-01', until: '2026-09-22' },
}

export const thisWeek: AskedPeriod = {
  spec: { kind: 'unit', unit: 'week', which: 0 },
  period: { from: '2026-09-21', to: '2026-09-28', until: '2026-09-22' },
}

export function aBasis(basis: Partial<Basis> = {}): Basis {
  return {
    zone: 'Europe/Copenhagen',
    currency: 'EUR',
    exponent: 2,
    now: NOW,
    asOf: NOW - 60_000,
    incomplete: {},
    loading: [],
    unreadable: [],
    problems: [],
    labels: {},
    isHubSpotDown: false,
    recalculated: null,
    ...basis,
  }
}

export function anAnswer(
  body: AnswerBody,
  basis: Partial<Basis> = {},
  named: readonly NamedMetric[] = [],
): Answer {
  const { loading, unreadable, problems, labels } = aBasis(basis)
  const lacking = { loading, unreadable, problems, labels }
  const lines = (some: MetricLine[]) => some.map((one) => (one.value === null ? { ...one, lacking } : one))
  const whole = body.kind === 'card' ? { ...body, lines: lines(body.lines) } : body
  return { body: whole, readAs: [], basis: aBasis(basis), named }
}

export function aValue(
  value: number | null,
  numerator: number | null = value,
  denominator: number | null = null,
) {
  return { value, numerator, denominator }
}

export function aLine(line: Partial<MetricLine> = {}): MetricLine {
  const { metric = 'calls' } = line
  const declared = createCatalogue().find(metric) ?? createCatalogue().orThrow('calls')
  return {
    metric,
    privacy: declared.privacy,
    isStateNow: isSnapshot(declared),
    hasCountedParts: hasCountedParts(declared),
    asked: thisWeek,
    value: aValue(212),
    missing: null,
    lacking: null,
    hasRecords: true,
    unlogged: null,
    before: null,
    target: null,
    team: null,
    rank: null,
    ...line,
  }
}

export function aCard(...lines: Partial<MetricLine>[]): AnswerBody {
  return { kind: 'card', subject: me, lines: lines.map(aLine), lastWorkingDay: null }
}

export const me = { kind: 'rep', ownerId: '1', name: 'Ana Sørensen', isAsker: true } as const

export function aProgress(progress: Partial<QuotaProgress> = {}): QuotaProgress {
  return {
    isLimit: false,
    target: 900_000_00,
    actual: 612_000_00,
    attainment: 0.68,
    elapsedShare: 0.6,
    expectedShare: 0.71,
    expectedBy: 'past',
    isTooEarly: false,
    pace: 0.9577,
    status: 'on pace',
    projected: 861_971_83,
    neededPerDay: 36_000_00,
    remainingDays: 8,
    uncoveredDays: 0,
    ...progress,
  }
}

export function aStanding(rank: number | null, name: string, amount: number | null): Standing {
  return { rank, rep: `${name}-${rank}`, name, value: aValue(amount), isSmallSample: false }
}

export function aDigest(digest: Partial<Digest> = {}): Digest {
  return {
    name: 'north',
    title: 'Team North',
    localDate: '2026-09-21',
    language: 'en',
    zone: 'Europe/Copenhagen',
    currency: 'EUR',
    exponent: 2,
    quota: {
      metric: 'revenue',
      asked: thisQuarter,
      target: 900_000_00,
      actual: 612_000_00,
      attainment: 0.68,
      expectedShare: 0.71,
      expectedBy: 'past',
      isTooEarly: false,
      ahead: -27_000_00,
      uncoveredDays: 0,
    },
    board: {
      metric: 'revenue',
      asked: thisQuarter,
      standings: [
        aStanding(1, 'Ana Sørensen', 184_000_00),
        aStanding(2, 'Jonas Berg', 120_000_00),
        aStanding(3, 'Mei Lin', 99_500_00),
        aStanding(4, 'Radu Popa', 80_000_00),
        aStanding(5, 'Bo Ek', 60_000_00),
      ],
      moreTied: 0,
    },
    lastDay: {
      day: '2026-09-18',
      counts: [
        { metric: 'calls', value: 212 },
        { metric: 'meetings', value: 18 },
        { metric: 'deals_won', value: 3 },
      ],
    },
    worthKnowing: { kind: 'dueSoon', deals: 3, overMinor: 20_000_00 },
    table: aTable(['Ana Sørensen', 'Bo Ek', 'Jonas Berg']),
    asOf: AS_OF,
    named: [],
    isStale: false,
    lateMinutes: null,
    ...digest,
  }
}

export function aTable(names: string[]): NonNullable<Digest['table']> {
  return {
    asked: thisQuarter,
    columns: ['calls', 'revenue'],
    hasQuotaColumn: true,
    rows: names.map((name, index) => ({
      name,
      cells: [index * 7, index === 0 ? null : index * 10_000_00],
      attainment: 0.68,
      uncoveredDays: 0,
    })),
  }
}
