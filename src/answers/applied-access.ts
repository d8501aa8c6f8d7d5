/** The access that applied to a question, for those who check why somebody sees what they see. */
import type { AppliedAccess } from '../domain/access/applied.ts'
import { type Asker, linkedOwner } from '../domain/access/asker.ts'
import { rolesOf } from '../domain/access/roles.ts'
import type { Subject } from '../domain/access/subject.ts'
import type { AnswerBody } from '../domain/answer/answer.ts'
import type { Considered } from '../domain/answer/considered.ts'
import { nameOf, type Owner } from '../domain/company/people.ts'
import { PLAIN_QUESTION, type Reading } from '../domain/question/question.ts'
import type { CompanyContext } from '../values/context.ts'
import type { AnswerContext } from './answer-context.ts'
import type { Unnamed } from './plain-replies.ts'
import { ownTeamId, subjectOf, teamSubject } from './subjects.ts'

export function appliedAccess(
  context: AnswerContext,
  { reading, answer }: { reading: Reading; answer: Unnamed },
): AppliedAccess {
  const { asker, self, company } = context
  return {
    ...accessOf(asker, company, self),
    subject: subjectOfReading(context, reading),
    refusal: refusalIn(answer.body),
  }
}

/** For an answer that was given without reading the words. */
export function unread(
  asker: Asker,
  company: CompanyContext,
  answer: Unnamed,
): Omit<Considered, 'answer'> & { answer: Unnamed } {
  const self = linkedOwner(asker, company.directory.owners, company.settings)
  const access = accessOf(asker, company, typeof self === 'string' ? null : self)
  return {
    reading: null,
    period: null,
    access: { ...access, subject: null, refusal: refusalIn(answer.body) },
    answer,
  }
}

function accessOf(
  asker: Asker,
  { roster, settings, directory }: CompanyContext,
  self: Owner | null,
): Pick<AppliedAccess, 'self' | 'roles'> {
  const teamNames = new Map(directory.teams.map(({ id, name }) => [id, name]))
  return {
    self: self && {
      ownerId: self.id,
      name: nameOf(self),
      isRep: roster?.reps.some((rep) => rep.id === self.id) ?? false,
      teams: self.teams.map(({ teamId }) => teamNames.get(teamId) ?? teamId),
    },
    roles: rolesOf(asker, settings).map(({ role, teams }) => ({
      role,
      teams: teams.map((id) => teamNames.get(id) ?? id),
    })),
  }
}

function refusalIn(body: AnswerBody): AppliedAccess['refusal'] {
  return body.kind === 'refused' ? body.reason : null
}

function subjectOfReading(context: AnswerContext, reading: Reading): Subject | null {
  if (reading.kind !== 'question' && reading.kind !== 'nothing') return null
  const subject =
    reading.kind === 'question'
      ? subjectOf(context, reading.question)
      : context.selfRep
        ? subjectOf(context, PLAIN_QUESTION)
        : teamSubject(context, ownTeamId(context))
  return typeof subject === 'string' ? null : subject
}
