/** The catalogue: every metric that can be asked for, in the order in which help and reports list them. */
import * as activity from './activity.ts'
import * as conversion from './conversion.ts'
import type { Metric } from './metric.ts'
import * as objective from './objective.ts'
import * as pipeline from './pipeline.ts'
import * as quota from './quota.ts'

export const CATALOGUE: readonly Metric[] = [
  activity.calls,
  activity.dials,
  activity.inboundCalls,
  activity.connects,
  activity.emails,
  activity.meetings,
  activity.meetingsBooked,
  activity.tasks,
  activity.notes,
  activity.messages,
  activity.activities,
  activity.talkTime,
  activity.callLength,
  activity.tasksPerHour,
  activity.sellingTime,
  activity.adminTime,
  conversion.connectRate,
  conversion.positiveCallRate,
  conversion.replyRate,
  conversion.meetingRate,
  conversion.noShowRate,
  conversion.callToSale,
  conversion.mqlToSql,
  conversion.leadToOpportunity,
  conversion.leadConversion,
  conversion.winRate,
  conversion.closeRate,
  objective.leadsConverted,
  objective.leadsPerRep,
  objective.dealsCreated,
  objective.pipelineCreated,
  objective.dealsWon,
  objective.dealsLost,
  objective.revenue,
  objective.revenuePerRep,
  objective.averageDeal,
  objective.salesCycle,
  objective.revenuePerCall,
  objective.revenuePerHour,
  objective.costEfficiency,
  objective.arr,
  objective.arpa,
  objective.margin,
  objective.averageMargin,
  objective.churnRate,
  pipeline.pipelineDeals,
  pipeline.pipelineValue,
  pipeline.pipelineWeighted,
  pipeline.averageOpenDeal,
  pipeline.pipelineCoverage,
  pipeline.stalledDeals,
  quota.quotaAttainment,
  quota.pace,
  quota.projectedAttainment,
  quota.timeToQuota,
  quota.teamAtQuota,
  quota.forecast,
  quota.forecastCommit,
  quota.forecastBestCase,
  quota.forecastAccuracy,
  quota.closeDateSlip,
  quota.commission,
  quota.commissionForecast,
  quota.activityScore,
  quota.objectiveScore,
  quota.score,
]

const BY_ID: ReadonlyMap<string, Metric> = new Map(CATALOGUE.map((metric) => [metric.id, metric]))

export function findMetric(id: string): Metric | undefined {
  return BY_ID.get(id)
}

/** For ids that the program itself names: an unknown one is our fault. */
export function metricOrThrow(id: string): Metric {
  const metric = findMetric(id)
  if (!metric) throw new Error(`the catalogue has no metric '${id}'`)
  return metric
}
