/** The reps whom a manager or coach may see, the furthest behind first. */
import { maySeeMetric, refusalFor } from '../domain/access/access.ts'
import { rolesOf } from '../domain/access/roles.ts'
import type { RefusalReason, Subject } from '../domain/access/subject.ts'
import { byNeed, pageOf, type RepRow, type RepsAnswer } from '../domain/answer/reps.ts'
import { addDays } from '../domain/calendar/day.ts'
import { nameRunningPeriod } from '../domain/calendar/name-period.ts'
import { type PeriodSpec, THIS_MONTH } from '../domain/calendar/period.ts'
import type { Span } from '../domain/calendar/period-spec.ts'
import { periodBasis, type Rep, repsIn, type Scope } from '../domain/company/roster.ts'
import { measure, type Sums, shown } from '../domain/metrics/measure.ts'
import type { Question } from '../domain/question/question.ts'
import { progressOf } from '../domain/quotas/progress.ts'
import { periodInForce } from '../domain/quotas/target.ts'
import { basisFor, isIncomplete } from '../values/basis.ts'
import type { Figures } from '../values/figures.ts'
import { readProgress } from '../values/progress.ts'
import { figuresFor, readOwnDays } from '../values/rep-figures.ts'
import { type AnswerContext, daysFor, scopeOf } from './answer-context.ts'
import { readCard } from './card.ts'
import { recordLooks } from './looks.ts'
import { refused, type Unnamed, without } from './plain-replies.ts'
import { subjectOf } from './subjects.ts'

const EVERYONE = { kind: 'everyone' } as const
const COUNTED = ['calls', 'meetings']

/** Whether somebody manages or coaches anybody. */
export function seesReps({ asker, roster }: AnswerContext): boolean {
  return rolesOf(asker, roster.settings).some(({ role }) => role !== 'admin')
}

/** `top` of the question is the page. */
export async function answerReps(context: AnswerContext, question: Question): Promise<Unnamed> {
  if (!seesReps(context)) return without(refused('noReps'))
  const about = subjectAmong(context, question)
  if (typeof about === 'string') return without(refused(about))
  const metric = additiveAmong(context, question)
  const declared = context.company.catalogue.orThrow(metric)
  const reps = repsIn(context.roster, scopeOf(about)).filter(
    (rep) =>
      rep.id !== context.self.id &&
      !refusalFor(context, subjectFor(rep)) &&
      maySeeMetric(context, subjectFor(rep), declared),
  )
  if (reps.length === 0) return without(refused(about.kind === 'everyone' ? 'untracked' : 'otherPerson'))
  const spec = question.period ?? specOf(context, reps, metric)
  const basis = basisFor(context, EVERYONE, [metric, ...COUNTED])
  if (isIncomplete(basis))
    return { body: await readCard(context, EVERYONE, { metrics: [metric], period: spec }), readAs: [], basis }
  const ids = reps.map(({ id }) => id)
  await recordLooks(context, ids, { view: 'reps', metrics: [metric, ...COUNTED], period: spec })
  const rows = (await readRows(context, reps, { metric, spec })).sort(byNeed)
  const asked = { spec, period: daysFor(context, EVERYONE, spec) }
  const page = pageOf(rows, question.top)
  const span = question.period && asked.period
  return {
    body: {
      kind: 'reps',
      metric,
      counted: COUNTED,
      asked,
      ...page,
      more: nextLine(page, { about, metric, span }),
    },
    readAs: [],
    basis,
  }
}

/** `span`: the days that were asked for, if any were. */
function nextLine(
  { page, pages }: Pick<RepsAnswer, 'page' | 'pages'>,
  { about, metric, span }: { about: Subject; metric: string; span: Span | null },
): string | null {
  if (pages === 1) return null
  const who = about.kind === 'team' ? `team "${about.name}"` : ''
  const days = span ? `${span.from}..${addDays(span.to, -1)}` : ''
  return ['reps', page < pages ? page + 1 : 1, who, metric, days].filter((word) => word !== '').join(' ')
}

/** Without a name: all whom the asker may see. */
function subjectAmong(context: AnswerContext, question: Question): Subject | RefusalReason {
  return question.who.kind === 'me' ? EVERYONE : subjectOf(context, question)
}

function subjectFor({ id, name }: Rep): Subject {
  return { kind: 'rep', ownerId: id, name, isAsker: false }
}

/** Only such metrics have targets. */
function additiveAmong({ company }: AnswerContext, { metrics }: Question): string {
  return metrics.find((id) => company.catalogue.orThrow(id).kind === 'additive') ?? 'revenue'
}

/** The period of the quota in force that most of the reps have, otherwise the month. */
function specOf({ roster, company, now }: AnswerContext, reps: readonly Rep[], metric: string): PeriodSpec {
  const basis = periodBasis(roster, EVERYONE, now)
  const counts = new Map<string, { spec: PeriodSpec; count: number }>()
  for (const { id } of reps) {
    const scope: Scope = { kind: 'rep', ownerId: id }
    const span = periodInForce(roster, scope, { quotas: company.quotas, metric, today: basis.today })
    if (!span) continue
    const spec = nameRunningPeriod(span, basis)
    const key = JSON.stringify(spec)
    counts.set(key, { spec, count: (counts.get(key)?.count ?? 0) + 1 })
  }
  const [most] = [...counts.values()].sort((a, b) => b.count - a.count)
  return most?.spec ?? THIS_MONTH
}

interface Order {
  metric: string
  spec: PeriodSpec
}

async function readRows(
  context: AnswerContext,
  reps: readonly Rep[],
  { metric, spec }: Order,
): Promise<RepRow[]> {
  const figures = figuresFor(context, reps, [metric, ...COUNTED])
  const sums = await readOwnDays(context, figures, { reps, spec })
  const rows: RepRow[] = []
  for (const rep of reps) {
    rows.push(await readRow(context, rep, { metric, spec, figures, sums: sums.get(rep.id) ?? {} }))
  }
  return rows
}

async function readRow(
  context: AnswerContext,
  rep: Rep,
  { metric, spec, figures, sums }: Order & { figures: Figures; sums: Sums },
): Promise<RepRow> {
  const { store, roster, company, now } = context
  const { catalogue, pasts } = company
  const scope: Scope = { kind: 'rep', ownerId: rep.id }
  const world = { store, roster, catalogue, pasts, targets: figures.targets, at: now }
  const days = daysFor(context, scope, spec)
  const progress = progressOf(await readProgress(world, { scope, days, sums }, metric))
  const counts = COUNTED.map((id) => {
    const counted = catalogue.orThrow(id)
    return maySeeMetric(context, subjectFor(rep), counted) ? shown(measure(counted, sums)).value : null
  })
  return { ownerId: rep.id, name: rep.name, progress, counts }
}
