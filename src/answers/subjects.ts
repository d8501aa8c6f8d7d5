/** Subjects: who a question is about, from the asker's point of view. */
import type { RefusalReason, Subject } from '../domain/access/subject.ts'
import { nameOf, type Owner } from '../domain/company/people.ts'
import type { Question } from '../domain/question/question.ts'
import type { Desk } from './desk.ts'

/** The subject of a question. If it names nobody: the asker as a rep, otherwise the asker's own team. */
export function subjectOf(desk: Desk, { who }: Question): Subject | RefusalReason {
  switch (who.kind) {
    case 'me':
      return desk.selfRep
        ? repSubject(desk, desk.selfRep.owner)
        : teamSubject(desk, desk.self.teams[0]?.teamId)
    case 'owner':
      return personSubject(desk, who.ownerId)
    case 'slackUser':
      return who.userId === desk.asker.userId ? personSubject(desk, desk.self.id) : 'otherPerson'
    case 'myTeam':
      return teamSubject(desk, ownTeamId(desk))
    case 'team':
      return teamSubject(desk, who.teamId)
    case 'everyone':
      return { kind: 'everyone' }
  }
}

function personSubject(desk: Desk, ownerId: string): Subject | RefusalReason {
  const rep = desk.roster.reps.find((one) => one.id === ownerId)
  return rep ? repSubject(desk, rep.owner) : 'untracked'
}

function repSubject(desk: Desk, owner: Owner): Subject {
  return { kind: 'rep', ownerId: owner.id, name: nameOf(owner), isAsker: owner.id === desk.self.id }
}

export function ownTeamId({ selfRep, self }: Desk): string | undefined {
  return selfRep?.primaryTeamId ?? self.teams[0]?.teamId
}

export function teamSubject({ roster }: Desk, teamId: string | undefined): Subject | RefusalReason {
  const team = roster.teams.find((one) => one.id === teamId)
  return team ? { kind: 'team', teamId: team.id, name: team.name } : 'untracked'
}
