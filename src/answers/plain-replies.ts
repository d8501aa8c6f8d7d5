/** Guidance: what a person can ask, and the replies to words that cannot be answered. */

import { refusalFor } from '../domain/access/access.ts'
import type { RefusalReason } from '../domain/access/subject.ts'
import type { Answer, AnswerBody, HelpAnswer } from '../domain/answer/answer.ts'
import { nameOf, type Owner, typedNames } from '../domain/company/people.ts'
import { basisIn, type Roster } from '../domain/company/roster.ts'
import type { Ability, Lexicon } from '../domain/question/lexicon.ts'
import type { Reading, Vocabulary } from '../domain/question/question.ts'
import { readQuestion } from '../domain/question/read-question.ts'
import type { AnswerContext } from './answer-context.ts'

/** An answer whose metrics are still to be named. */
export type Unnamed = Omit<Answer, 'named'>

import { ownTeamId, teamSubject } from './subjects.ts'

export function without(body: AnswerBody): Unnamed {
  return { body, readAs: [], basis: null }
}

export function refused(reason: RefusalReason): AnswerBody {
  return { kind: 'refused', reason }
}

export function isHelp(words: string): boolean {
  return ['', 'help', '?'].includes(words.trim().toLowerCase())
}

export function help({
  unknown = [],
  lines = [],
  greeting = null,
  ...known
}: Pick<HelpAnswer, 'hasOwnNumbers' | 'ownTeam'> & Partial<HelpAnswer>): AnswerBody {
  return { ...known, kind: 'help', unknown, lines, greeting }
}

/** Refuses the name of another person or team as such. Near misses of those names stay unknown words. */
export function refusedName(
  { roster, company }: AnswerContext,
  words: string,
  vocabulary: Vocabulary,
): Unnamed | false {
  const { owners } = company.directory
  const known = new Set(vocabulary.people.map((person) => person.ownerId))
  const others = owners.filter((owner) => !known.has(owner.id))
  const reading = readQuestion(words, {
    ...vocabulary,
    people: [
      ...vocabulary.people,
      ...others.map((owner) => ({ ownerId: owner.id, names: typedNames(owner) })),
    ],
    teams: roster.teams.map(({ id, name }) => ({ teamId: id, name })),
  })
  if (reading.kind !== 'question' || reading.readAs.length > 0) return false
  const { who } = reading.question
  if (who.kind === 'owner') return without(refused('otherPerson'))
  return who.kind === 'team' && without(refused('otherTeam'))
}

/** What answers can show; anything else that is understood is not available yet. */
const ABILITIES: readonly Ability[] = ['card', 'top', 'quota', 'reps', 'compare']

/** Contains only the people and teams that the asker may see, so that no suggestion reveals others. */
export function vocabularyFor(
  context: AnswerContext,
  lexicons: readonly Lexicon[],
  language = lexicons[0]?.language ?? '',
): Vocabulary {
  const { roster, now } = context
  return {
    lexicons,
    language,
    abilities: ABILITIES,
    ...namesFor(context),
    metrics: context.company.catalogue.typed,
    basis: basisIn(roster, context.selfRep?.zone ?? roster.zone, now),
  }
}

type Names = Pick<Vocabulary, 'people' | 'teams'>

const names = new WeakMap<Roster, Map<string, Names>>()

/** Always the same lists for one asker and roster, so that their word indexes are made only once. */
function namesFor(context: AnswerContext): Names {
  const { self, roster, asker } = context
  const ofRoster = names.get(roster) ?? new Map<string, Names>()
  names.set(roster, ofRoster)
  const key = `${asker.userId} ${asker.email ?? ''} ${self.id}`
  const kept = ofRoster.get(key) ?? {
    people: peopleFor(context).map((owner) => ({ ownerId: owner.id, names: typedNames(owner) })),
    teams: roster.teams.flatMap(({ id, name }) =>
      refusalFor(context, { kind: 'team', teamId: id, name }) ? [] : [{ teamId: id, name }],
    ),
  }
  ofRoster.set(key, kept)
  return kept
}

/** The asker, and the reps whom the asker manages or coaches. */
function peopleFor(context: AnswerContext): Owner[] {
  const { roster, self } = context
  const others = roster.reps.filter(
    ({ id, owner }) =>
      id !== self.id &&
      !refusalFor(context, { kind: 'rep', ownerId: id, name: nameOf(owner), isAsker: false }),
  )
  return [self, ...others.map(({ owner }) => owner)]
}

export function ownTeamName(context: AnswerContext): string | null {
  const own = teamSubject(context, ownTeamId(context))
  return typeof own !== 'string' && own.kind === 'team' ? own.name : null
}

/** What to suggest instead of things that do not exist. */
const ALTERNATIVES: Record<string, readonly string[]> = {
  bottom: ['top', 'quota team'],
  plan: ['quota'],
  pace: ['quota'],
  next: ['forecast', 'quota'],
  pipeline: ['pipeline value', 'pipeline deals'],
  deals: ['pipeline deals', 'deals won'],
  stale: ['stalled deals'],
}

/** Managers and coaches have a list of their reps. */
const REPS_FIRST = ['reps', 'top', 'quota team']

export function notYet(
  { word, typed }: Pick<Extract<Reading, { kind: 'notYet' }>, 'word' | 'typed'>,
  { hasOwnNumbers, seesReps }: { hasOwnNumbers: boolean; seesReps: boolean },
): AnswerBody {
  const near = word === 'bottom' && seesReps ? REPS_FIRST : (ALTERNATIVES[word] ?? [])
  const instead = near.map((line) => (hasOwnNumbers || line !== 'quota' ? line : 'quota team'))
  return { kind: 'notYet', word: typed, instead, isNever: word === 'bottom' }
}
