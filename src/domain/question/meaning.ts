/** Meaning: which sense of a phrase is meant, judging by the words around it. */
import type { Match } from './matches.ts'
import { isNamed, isTeam, type Sense } from './senses.ts'

/** Chooses between senses if the rest of the line decides; a match left with several senses is ambiguous. */
export function withMeaning(matches: readonly Match[]): Match[] {
  return withMonths(withTeams(matches).map(withCatalogueFirst))
}

/** A team word belongs to the team after it. Alone, or before a metric or period, it means the asker's own team. */
function withTeams(matches: readonly Match[]): Match[] {
  return matches.map((match, index) => {
    const [before, after] = [matches[index - 1], matches[index + 1]]
    if (before && isTeamWord(before) && match.senses.some(isTeam))
      return { ...match, senses: sensesAfterTeamWord(match.senses) }
    if (!isTeamWord(match)) return match
    return { ...match, senses: sensesOfTeamWord(match.senses, after?.senses ?? []) }
  })
}

function isTeamWord({ senses }: Match): boolean {
  return senses.some((sense) => sense.kind === 'teamWord')
}

function namesTeam(senses: readonly Sense[]): boolean {
  return senses.some(isTeam) && !senses.some(isMeasureOrPeriod)
}

function isMeasureOrPeriod(sense: Sense): boolean {
  return sense.kind === 'metric' || sense.kind === 'period'
}

function sensesAfterTeamWord(senses: readonly Sense[]): Sense[] {
  const measures = senses.filter(isMeasureOrPeriod)
  return measures.length > 0 ? measures : senses.filter(isTeam)
}

/** 'Tim', the Indonesian word for team, is a person unless a team's name follows. */
function sensesOfTeamWord(senses: readonly Sense[], after: readonly Sense[]): Sense[] {
  if (namesTeam(after)) return [{ kind: 'filler' }]
  const people = senses.filter(isNamed)
  return people.length > 0 ? people : [{ kind: 'who', who: { kind: 'myTeam' } }]
}

/** 'Jan' is a person if the line has another period, and a month if it is the only word for one. */
function withMonths(matches: readonly Match[]): Match[] {
  const hasPeriod = matches.some(({ senses }) => senses.length > 0 && senses.every(isPeriod))
  const unclear = matches.filter(isMonthOrPerson)
  if (unclear.length === 0 || (unclear.length > 1 && !hasPeriod)) return [...matches]
  return matches.map((match) =>
    isMonthOrPerson(match)
      ? { ...match, senses: match.senses.filter((sense) => isPeriod(sense) !== hasPeriod) }
      : match,
  )
}

/** A team called 'Calls' must not capture everybody's 'calls': such a team needs quotes or a team word. */
function withCatalogueFirst(match: Match): Match {
  const others = match.senses.filter((sense) => !isTeam(sense))
  return others.some((sense) => !isNamed(sense)) ? { ...match, senses: others } : match
}

function isPeriod(sense: Sense): boolean {
  return sense.kind === 'period'
}

function isMonthOrPerson({ senses }: Match): boolean {
  return senses.some(isPeriod) && senses.some(isNamed)
}
