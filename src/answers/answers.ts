/** Answers: typed words and the person who typed them become an answer, limited to what that person may see. */
import { maySeeMetric, refusalFor } from '../domain/access/access.ts'
import { type Asker, linkedOwner } from '../domain/access/asker.ts'
import { boardRefusal } from '../domain/access/boards.ts'
import { isOnBoards } from '../domain/access/metrics.ts'
import { isSmallScope } from '../domain/access/totals.ts'
import type { Answer } from '../domain/answer/answer.ts'
import type { Considered } from '../domain/answer/considered.ts'
import { resolvePeriod, THIS_MONTH } from '../domain/calendar/period.ts'
import type { BuiltInMetricId, Catalogue } from '../domain/metrics/catalogue.ts'
import { readFollowUp } from '../domain/question/follow-up.ts'
import type { Lexicon } from '../domain/question/lexicon.ts'
import { PLAIN_QUESTION, type Question, type Reading, type Vocabulary } from '../domain/question/question.ts'
import { readQuestion } from '../domain/question/read-question.ts'
import type { Clock } from '../ports/clock.ts'
import type { Store } from '../ports/store.ts'
import { createTurnQueue } from '../ports/turns.ts'
import { basisFor, isIncomplete } from '../values/basis.ts'
import { type CompanyContext, readCompanyContext } from '../values/context.ts'
import { type AnswerContext, ASKED_IN_COMMAND, type AskedBy, scopeOf } from './answer-context.ts'
import { appliedAccess, unread } from './applied-access.ts'
import { readBoard } from './board.ts'
import { readCard } from './card.ts'
import { definitionOf } from './definition.ts'
import { recordLooks } from './looks.ts'
import {
  help,
  isHelp,
  notYet,
  ownTeamName,
  refused,
  refusedName,
  type Unnamed,
  vocabularyFor,
  without,
} from './plain-replies.ts'
import { readPrivacy } from './privacy.ts'
import { readQuota, readToday } from './quota.ts'
import { answerReps, seesReps } from './reps.ts'
import { ownTeamId, subjectOf } from './subjects.ts'
import { answerVersus } from './versus.ts'

export interface AnswersPorts {
  store: Store
  clock: Clock
  /** Word lists of all languages. */
  lexicons: readonly Lexicon[]
}

export interface AnswerRequest {
  asker: Asker
  words: string
  /** The asker's language, as an ISO 639-1 code; if left out, that of the first word list. */
  language?: string | undefined
  /** The moment to answer for. If left out: now. */
  at?: number
  /** If left out: in a command that mentions nobody. */
  by?: Partial<AskedBy> | undefined
  /** The thread or direct message where it is asked and goes on; left out where each question stands alone. */
  place?: string | undefined
}

export interface Answers {
  answer(request: AnswerRequest): Promise<Answer>
  /** The same answer, with what the words were read as and the access that applied. */
  consider(request: AnswerRequest): Promise<Considered>
}

/** People, settings and freshness rarely change, so questions within a few seconds share one reading of them. */
const CONTEXT_KEPT_MS = 5_000

export function createAnswers(ports: AnswersPorts): Answers {
  let kept: { company: Promise<CompanyContext>; since: number } | null = null
  const ownTurn = createTurnQueue()

  function contextAt(at: number | undefined): Promise<CompanyContext> {
    const now = ports.clock.now()
    if (at !== undefined) return readCompanyContext(ports, at)
    if (!kept || now < kept.since || now - kept.since > CONTEXT_KEPT_MS) {
      kept = { company: readCompanyContext(ports, now), since: now }
      kept.company.catch(() => {
        kept = null
      })
    }
    return kept.company.then((company) => ({ ...company, now }))
  }

  async function consider({ at, by, ...request }: AnswerRequest): Promise<Considered> {
    // Acknowledgements never wait for more than one answer.
    await ownTurn()
    const company = await contextAt(at)
    const asked = { ...request, company, by: { ...ASKED_IN_COMMAND, ...by } }
    const { answer, ...led } = await considered(ports, asked)
    return { ...led, answer: { ...answer, named: company.catalogue.named } }
  }

  return { consider, answer: async (request) => (await consider(request)).answer }
}

interface Asked extends Omit<AnswerRequest, 'at' | 'by'> {
  company: CompanyContext
  by: AskedBy
}

type WithoutNames = Omit<Considered, 'answer'> & { answer: Unnamed }

async function considered(ports: AnswersPorts, asked: Asked): Promise<WithoutNames> {
  const { company, asker, words, language, place } = asked
  const context = contextOf(ports, asked)
  if ('body' in context) return unread(asker, company, context)
  const vocabulary = vocabularyFor(context, ports.lexicons, language)
  const where = place === undefined ? null : { asker: asker.userId, place }
  const before = where && (await ports.store.lastQuestions.last(where))
  const reading = before ? readFollowUp(words, vocabulary, before) : readQuestion(words, vocabulary)
  const answer =
    (reading.kind === 'unknown' && refusedName(context, words, vocabulary)) ||
    (await answerReading(context, reading, vocabulary))
  if (where && reading.kind === 'question' && answer.body.kind !== 'refused')
    await ports.store.lastQuestions.keep(where, reading.question)
  const spec = reading.kind === 'question' ? reading.question.period : null
  const period = spec && resolvePeriod(spec, vocabulary.basis)
  return { reading, period, access: appliedAccess(context, { reading, answer }), answer }
}

/** The context of the question; or the answer to somebody who may not ask, or cannot be answered yet. */
function contextOf({ store }: AnswersPorts, { company, asker, words, by }: Asked): AnswerContext | Unnamed {
  const { roster, rules, settings, directory, now } = company
  if (!asker.isFullMember) return without(refused('guest'))
  const self = linkedOwner(asker, directory.owners, settings)
  const unlinked = typeof self === 'string' ? self : null
  if (!roster || !rules) return without({ kind: 'setup', hasAccount: false, unlinked, trackedReps: 0 })
  if (typeof self === 'string')
    return without(isHelp(words) ? help({ hasOwnNumbers: false, ownTeam: null }) : refused(self))
  const selfRep = roster.reps.find((rep) => rep.id === self.id)
  return { store, company, roster, rules, asker, by, self, selfRep, now }
}

async function answerReading(
  context: AnswerContext,
  reading: Reading,
  vocabulary: Vocabulary,
): Promise<Unnamed> {
  const known = { hasOwnNumbers: context.selfRep !== undefined, ownTeam: ownTeamName(context) }
  switch (reading.kind) {
    case 'help':
      if (reading.isOfAll) return without({ kind: 'metrics' })
      return without(reading.metric ? definitionOf(reading.metric, vocabulary) : help(known))
    case 'unknown':
      return without(help({ ...known, unknown: reading.words, lines: reading.lines }))
    case 'greeting':
      return without(help({ ...known, greeting: reading.greeting }))
    case 'noPeriod':
      return without({ kind: 'noPeriod', problem: reading.problem, typed: reading.typed })
    case 'ambiguous':
      return without({ kind: 'choice', word: reading.word, readings: reading.readings })
    case 'command':
      if (reading.command === 'privacy') return without(await readPrivacy(context))
      return without(notYet({ word: reading.command, typed: reading.typed }, { ...known, seesReps: false }))
    case 'notYet':
      return without(notYet(reading, { ...known, seesReps: seesReps(context) }))
    case 'nothing':
      return nothingSaid(context)
    case 'question':
      return {
        ...(await answerQuestion(context, reading.question)),
        readAs: reading.readAs,
        ...(reading.leftOut.length > 0 && { leftOut: reading.leftOut }),
      }
  }
}

/** The answer to no words: a rep's day, or for somebody who is not a rep the progress of their own team. */
async function nothingSaid(context: AnswerContext): Promise<Unnamed> {
  const { selfRep } = context
  if (!selfRep) {
    const question: Question = { ...PLAIN_QUESTION, who: { kind: 'myTeam' }, view: 'quota' }
    return ownTeamId(context) === undefined ? withoutNumbers(context) : answerQuestion(context, question)
  }
  await recordLooks(context, [selfRep.id], PLAIN_QUESTION)
  const body = await readToday(context, selfRep)
  const metrics = [...body.targets.map((target) => target.metric), 'revenue']
  return { body, readAs: [], basis: basisFor(context, { kind: 'rep', ownerId: selfRep.id }, metrics) }
}

/** For somebody who is neither a rep nor in a team: what is set up and what they can ask. */
function withoutNumbers({ roster }: AnswerContext): Unnamed {
  return without({
    kind: 'setup',
    hasAccount: true,
    unlinked: null,
    trackedReps: roster.reps.filter((rep) => !rep.owner.isArchived).length,
  })
}

async function answerQuestion(context: AnswerContext, question: Question): Promise<Unnamed> {
  if (question.view === 'top') return answerTop(context, question)
  if (question.view === 'reps') return answerReps(context, question)
  const isOwn = question.who.kind === 'me' || question.who.kind === 'myTeam'
  if (isOwn && !context.selfRep && ownTeamId(context) === undefined) return withoutNumbers(context)
  if (question.versus) return answerVersus(context, question, metricsOf(question, context.company.catalogue))
  const subject = subjectOf(context, question)
  if (typeof subject === 'string') return without(refused(subject))
  const refusal = refusalFor(context, subject)
  if (refusal) return without(refused(refusal))
  const { catalogue } = context.company
  const metrics = metricsOf(question, catalogue)
  const scope = scopeOf(subject)
  if (isSmallScope(context, scope)) return without(refused('tooFew'))
  if (subject.kind === 'rep') await recordLooks(context, [subject.ownerId], { ...question, metrics })
  const basis = basisFor(context, scope, metrics)
  const [metric = 'revenue'] = metrics
  if (
    question.view === 'quota' &&
    !isIncomplete(basis) &&
    maySeeMetric(context, subject, catalogue.orThrow(metric))
  ) {
    const body = await readQuota(context, subject, { metric, period: question.period })
    return typeof body === 'string' ? without(refused(body)) : { body, readAs: [], basis }
  }
  const period = question.period ?? (question.metrics.length > 0 ? null : THIS_MONTH)
  return { body: await readCard(context, subject, { metrics, period }), readAs: [], basis }
}

/** The metrics on the card for a question that only gives a period or a name. */
const USUAL_CARD: readonly BuiltInMetricId[] = ['revenue', 'calls', 'meetings']

function metricsOf({ metrics, view }: Question, catalogue: Catalogue): readonly string[] {
  const [first = 'revenue'] = metrics
  if (view === 'quota') return [quotaMetric(first, catalogue)]
  return metrics.length > 0 ? metrics : USUAL_CARD
}

/** A ratio cannot have a quota, so bookings are used instead. */
function quotaMetric(metric: string, catalogue: Catalogue): string {
  return catalogue.orThrow(metric).kind === 'additive' ? metric : 'revenue'
}

/** The board of everyone or of a team the asker may see, if boards may name people. */
async function answerTop(context: AnswerContext, question: Question): Promise<Unnamed> {
  const refusal = boardRefusal(context.roster.settings.visibility)
  if (refusal) return without(refused(refusal))
  const subject = subjectOf(context, question)
  if (typeof subject === 'string') return without(refused(subject))
  const teamRefusal = refusalFor(context, subject)
  if (teamRefusal) return without(refused(teamRefusal))
  const [metric = 'revenue'] = question.metrics
  const scope = scopeOf(subject)
  const basis = basisFor(context, scope, [metric])
  const spec = question.period ?? THIS_MONTH
  if (isIncomplete(basis) || !isOnBoards(context.company.catalogue.orThrow(metric)))
    return { body: await readCard(context, subject, { metrics: [metric], period: spec }), readAs: [], basis }
  const body = await readBoard(context, subject, { metric, spec, top: question.top })
  return { body, readAs: [], basis }
}
