/** Subjects: who a question is about, from the asker's point of view. */
import { linkedOwner } from '../domain/access/asker.ts'
import { rolesOf } from '../domain/access/roles.ts'
import type { RefusalReason, Subject } from '../domain/access/subject.ts'
import { nameOf, type Owner } from '../domain/company/people.ts'
import type { Question } from '../domain/question/question.ts'
import type { AnswerContext } from './answer-context.ts'

/**
 * The subject of a question. If it names nobody: the asker as a rep, otherwise the asker's own team. Boards are those of
 * a team or of everyone.
 */
export function subjectOf(context: AnswerContext, { who, view }: Question): Subject | RefusalReason {
  if (view === 'top' && who.kind !== 'team' && who.kind !== 'myTeam') return { kind: 'everyone' }
  switch (who.kind) {
    case 'me':
      return context.selfRep
        ? repSubject(context, context.selfRep.owner)
        : teamSubject(context, context.self.teams[0]?.teamId)
    case 'owner':
      return personSubject(context, who.ownerId)
    case 'slackUser':
      return mentionedSubject(context, who.userId)
    case 'myTeam':
      return teamSubject(context, ownTeamId(context))
    case 'team':
      return teamSubject(context, who.teamId)
    case 'everyone':
      return { kind: 'everyone' }
  }
}

/** Only managers and coaches learn whether somebody is a rep at all. */
function mentionedSubject(context: AnswerContext, userId: string): Subject | RefusalReason {
  const { asker, self, by, company } = context
  if (userId === asker.userId) return personSubject(context, self.id)
  const { directory, settings } = company
  const mentioned = by.mentioned.find((one) => one.userId === userId)
  const owner = mentioned && linkedOwner(mentioned, directory.owners, settings)
  const subject = owner && typeof owner !== 'string' ? personSubject(context, owner.id) : 'untracked'
  const seesOthers = rolesOf(asker, settings).some(({ role }) => role !== 'admin')
  return typeof subject === 'string' && !seesOthers ? 'otherPerson' : subject
}

function personSubject(context: AnswerContext, ownerId: string): Subject | RefusalReason {
  const rep = context.roster.reps.find((one) => one.id === ownerId)
  return rep ? repSubject(context, rep.owner) : 'untracked'
}

function repSubject(context: AnswerContext, owner: Owner): Subject {
  return { kind: 'rep', ownerId: owner.id, name: nameOf(owner), isAsker: owner.id === context.self.id }
}

export function ownTeamId({ selfRep, self }: AnswerContext): string | undefined {
  return selfRep?.primaryTeamId ?? self.teams[0]?.teamId
}

export function teamSubject({ roster }: AnswerContext, teamId: string | undefined): Subject | RefusalReason {
  const team = roster.teams.find((one) => one.id === teamId)
  return team ? { kind: 'team', teamId: team.id, name: team.name } : 'untracked'
}
