import { knownMetrics } from '../config/known-metrics.ts'
import type { KnownNames } from '../config/settings-schema.ts'
import { type Directory, typedNames } from '../domain/company/people.ts'
import { createCatalogue } from '../domain/metrics/catalogue.ts'
import { ABILITIES } from '../domain/question/lexicon.ts'
import { isNumberOrDated, phraseMeaning } from '../domain/question/phrase-meaning.ts'
import type { Vocabulary } from '../domain/question/question.ts'
import type { Sense } from '../domain/question/senses.ts'
import { LEXICONS } from '../i18n/lexicons.ts'
import { metricNames } from '../i18n/metric-names.ts'
import { LANGUAGE_CODES } from '../i18n/spoken.ts'

const BUILT_IN_ONLY = createCatalogue()

/** Everything that words mean in any account. The day does not matter: each form of a period is one on any day. */
const VOCABULARY: Vocabulary = {
  lexicons: LEXICONS,
  language: 'en',
  people: [],
  teams: [],
  metrics: [...Map.groupBy(metricNames(BUILT_IN_ONLY), ({ id }) => id)].map(([id, names]) => ({
    id,
    names: names.map(({ name }) => name),
  })),
  abilities: ABILITIES,
  basis: { today: '2026-01-01', weekStart: 1, fiscalYearStartMonth: 1 },
}

/** What imported settings may name, besides the metrics that they declare themselves. */
export const KNOWN_NAMES: KnownNames = namesWith(VOCABULARY)

/** The same for an account, where its people and teams have names too. */
export function namesKnownIn({ owners, teams }: Pick<Directory, 'owners' | 'teams'>): KnownNames {
  const people = owners.filter(({ isArchived }) => !isArchived)
  return namesWith({
    ...VOCABULARY,
    people: people.map((owner) => ({ ownerId: owner.id, names: typedNames(owner) })),
    teams: teams.map(({ id, name }) => ({ teamId: id, name })),
  })
}

function namesWith(vocabulary: Vocabulary): KnownNames {
  return {
    metrics: knownMetrics(BUILT_IN_ONLY),
    languages: LANGUAGE_CODES,
    meaningOf(phrase) {
      const [sense] = phraseMeaning(phrase, vocabulary)
      if (sense !== undefined) return meaningText(sense)
      return isNumberOrDated(phrase, vocabulary) ? 'a number or a question about a period' : null
    },
  }
}

function meaningText(sense: Sense): string {
  switch (sense.kind) {
    case 'metric':
      return `the metric ${sense.id}`
    case 'form':
    case 'period':
      return 'a period'
    case 'who':
    case 'teamWord':
      return 'a person, a team, or whom a question is about'
    case 'filler':
    case 'join':
      return 'nothing of its own, such as "show me" and "how many"'
    default:
      return 'a command'
  }
}
