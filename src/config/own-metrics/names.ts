/** What own metrics are called: every id, name and word must mean one thing, whatever language it is typed in. */
import { isTally } from '../../domain/facts/tally.ts'
import { builtIn } from '../../domain/metrics/catalogue.ts'
import { nameKey } from '../../domain/question/tokens.ts'
import { type Complaint, pathText } from '../complaints.ts'
import type { OwnMetricsBasis, Placed } from './basis.ts'

interface Phrase {
  metric: string
  path: readonly PropertyKey[]
  text: string
}

export function nameComplaints(placed: readonly Placed[], basis: OwnMetricsBasis): Complaint[] {
  const ids = new Map<string, number>()
  const phrases = new Map<string, Phrase>()
  return placed.flatMap(({ at, metric }) => {
    const path = [at, 'id']
    const taken = ids.get(metric.id)
    if (taken !== undefined) return [{ path, message: `is the id of metrics[${taken}] too: choose another` }]
    ids.set(metric.id, at)
    const reserved = reservedComplaint(metric.id)
    const said = phrasesOf({ at, metric }).filter((phrase) => !reserved || phrase.path[1] !== 'id')
    return [
      ...(reserved ? [{ path, message: reserved }] : []),
      ...said.flatMap((phrase) => phraseComplaint(phrase, phrases, basis) ?? []),
    ]
  })
}

function reservedComplaint(id: string): string | null {
  if (builtIn(id) || id === 'funnel') return 'is the id of a metric that Scoreline has: choose another'
  return isTally(id) ? 'is the id of a tally that Scoreline has: choose another' : null
}

function phrasesOf({ at, metric: { id, name, words = [] } }: Placed): Phrase[] {
  const names = Object.entries(name).flatMap(([language, text]) =>
    text === undefined ? [] : [{ metric: id, path: [at, 'name', language], text }],
  )
  return [
    { metric: id, path: [at, 'id'], text: id },
    ...names,
    ...words.map((text, index) => ({ metric: id, path: [at, 'words', index], text })),
  ]
}

/** Notes whose phrase it is unless something has it already. */
function phraseComplaint(
  phrase: Phrase,
  phrases: Map<string, Phrase>,
  { meaningOf }: OwnMetricsBasis,
): Complaint | null {
  const { path, text } = phrase
  const meaning = meaningOf(text)
  if (meaning !== null) return { path, message: `"${text}" already means ${meaning}: choose another` }
  const key = nameKey(text)
  const other = phrases.get(key)
  if (!other) phrases.set(key, phrase)
  if (!other || other.metric === phrase.metric) return null
  const place = pathText(['metrics', ...other.path])
  return { path, message: `"${text}" already means ${other.metric} (${place}): choose another` }
}
