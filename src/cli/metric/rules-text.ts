import { addDays } from '../../domain/calendar/day.ts'
import type { Period } from '../../domain/calendar/period.ts'
import type {
  AppliedExpected,
  AppliedQuota,
  AppliedReps,
  AppliedRules,
} from '../../domain/explanation/applied-rules.ts'
import { cut, short, wrapped } from '../insights/lines.ts'

/** Each rule that applied, in one sentence. */
export function rulesText(rules: AppliedRules, period: Period): string[] {
  const { zone, stateNow, reps, minimumSample: sample } = rules
  const others = reps.otherZones.length > 0 ? `; reps elsewhere by ${reps.otherZones.join(', ')}` : ''
  return [
    stateNow === 'whole'
      ? 'The state now, whatever the period.'
      : `Days: ${period.from} to ${addDays(period.to, -1)}, counted to ${addDays(period.until, -1)}.`,
    ...(stateNow === 'part' ? ['Open deals are those that are open now.'] : []),
    `Zone: ${zone}${others}.`,
    ...repsText(reps),
    ...(sample === null ? [] : [sampleText(sample)]),
    ...basisText(rules),
    ...settingsText(rules),
  ].flatMap((sentence) => wrapped(sentence))
}

const SHOWN = 5

function repsText({ counted, leftOut }: AppliedReps): string[] {
  const out = (why: AppliedReps['leftOut'][number]['why']) => leftOut.filter((rep) => rep.why === why)
  const [untracked, over] = [out('untracked'), out('archivedBefore')]
  return [
    `Reps: ${counted.length} counted.`,
    ...(untracked.length > 0 ? [`Not tracked: ${named(untracked)}.`] : []),
    ...(over.length > 0 ? [`Archived before the period: ${named(over)}.`] : []),
  ]
}

function named(list: readonly { name: string }[]): string {
  const names = list.slice(0, SHOWN).map(({ name }) => plain(name))
  return list.length > SHOWN
    ? `${names.join(', ')} and ${list.length - SHOWN} more`
    : names.join(', ') || 'none'
}

function plain(name: string): string {
  return cut(name, 40).trim()
}

function sampleText({ needed, sample, isSmall }: NonNullable<AppliedRules['minimumSample']>): string {
  const ranked = isSmall ? ': ranked after all others' : ''
  return `Minimum sample: ${needed}${sample === null ? '' : `; here ${sample}${ranked}`}.`
}

function basisText({ money, outcomes, pipelines, target, expected }: AppliedRules): string[] {
  const rates = money ? Object.entries(money.rates).map(([from, rate]) => `1 ${from} = ${rate}`) : []
  return [
    ...(money ? [`Money in ${money.currency}${rates.length > 0 ? `, at ${rates.join(', ')}` : ''}.`] : []),
    ...(pipelines ? [`Sales pipelines: ${named(pipelines.sales)}.`] : []),
    ...(pipelines && pipelines.renewal.length > 0 ? [`Renewal pipelines: ${named(pipelines.renewal)}.`] : []),
    ...(outcomes ? [`Connected outcomes: ${named(outcomes.connected)}.`] : []),
    ...(outcomes && outcomes.positive.length > 0 ? [`Positive outcomes: ${named(outcomes.positive)}.`] : []),
    ...(target ? [targetText(target)] : []),
    ...(expected ? [expectedText(expected)] : []),
  ]
}

const SOURCES: Readonly<Record<AppliedQuota['source'], string>> = {
  hubspot: 'HubSpot goals',
  csv: 'a CSV file or the settings',
  slack: 'Slack',
}

function targetText({ target, quotas, uncoveredDays }: NonNullable<AppliedRules['target']>): string {
  if (target === null) return 'Target: none.'
  const sources = [...Map.groupBy(quotas, ({ source }) => source)].map(
    ([source, list]) => `${list.length} from ${SOURCES[source]}`,
  )
  const uncovered = uncoveredDays ? `; working days without one: ${uncoveredDays}` : ''
  return `Quotas: ${sources.join(', ')}${uncovered}.`
}

/** Every past period with its share at the same point. */
function expectedText({ share, by, whose, periods }: AppliedExpected): string {
  const amount = share === null ? 'nothing' : sharePercent(share)
  if (by === 'straight') return `Expected by now: ${amount}, by working days.`
  const shares = periods.map(
    ({ from, to, share: then }) => `${from} to ${addDays(to, -1)}: ${sharePercent(then)}`,
  )
  const name = whose === null ? 'everyone' : plain(whose)
  return `Usual by now: ${amount}. The past of ${name} at the same point: ${shares.join(', ')}.`
}

function sharePercent(share: number): string {
  return `${short(share * 100)} %`
}

function settingsText({ workingTime, minutes, cost, properties, tiers, scorecard }: AppliedRules): string[] {
  const steps =
    tiers?.map(({ from, rate }) => `${shareText(rate)} from ${shareText(from)} of the target`) ?? []
  const lines = scorecard?.map(({ metric, points }) => `${metric} ${points}`) ?? []
  return [
    ...(workingTime ? [`Working day: ${workingTime.hoursPerDay} h from ${workingTime.dayStart}.`] : []),
    ...(minutes ? [`A note takes ${minutes.note} min, a task ${minutes.task} min.`] : []),
    ...(cost ? [`Reps with a cost: ${cost.repsWithCost}.`] : []),
    ...(properties?.cost ? [`Cost property: ${properties.cost}.`] : []),
    ...(properties?.contractYears ? [`Property of the contract years: ${properties.contractYears}.`] : []),
    ...(steps.length > 0 ? [`Commission: ${steps.join(', ')}.`] : []),
    ...(lines.length > 0 ? [`Points: ${lines.join(', ')}.`] : []),
  ]
}

/** A decimal text such as `0.18` as a percentage. */
function shareText(decimal: string): string {
  return `${short(Number(decimal) * 100)} %`
}
