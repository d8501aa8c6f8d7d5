import { z } from 'zod'
import { traitsOf } from '../account-types.ts'
import type { SandboxRecord } from '../records.ts'
import { invalid, notFound } from '../refusal.ts'
import { bodyAs, type Call, limitOf, namesOf, ok, type Reply, typeAt, typeOrRefuse } from './call.ts'
import { shower, type Wanted } from './shown-record.ts'

const pageMax = 100
const pageMaxWithHistory = 50

function wantedBy({ state, query }: Call): Wanted {
  return {
    properties: namesOf(query, 'properties'),
    history: namesOf(query, 'propertiesWithHistory'),
    associations: namesOf(query, 'associations').map((name) => typeOrRefuse(state, name)),
  }
}

function afterId(query: URLSearchParams): number {
  const after = query.get('after')
  if (after === null) return 0
  if (!/^\d+$/.test(after)) throw invalid(`Invalid after: ${after}`)
  return Number(after)
}

/** One page of a type's records in order of id; `after` is the id of the first record on the page. */
export function listObjects(call: Call): Reply {
  const type = typeAt(call, 0)
  const wanted = wantedBy(call)
  const max = wanted.history.length > 0 ? pageMaxWithHistory : pageMax
  const limit = limitOf(call.query, { fallback: 10, max })
  const archived = call.query.get('archived') === 'true'
  const found = call.state.table(type).page({ fromId: afterId(call.query), limit: limit + 1, archived })
  const results = found.slice(0, limit).map(shower(call.state, type, wanted))
  const next = found[limit]
  if (next === undefined) return ok({ results })
  const query = new URLSearchParams(call.query)
  query.set('after', next.id)
  const link = `https://api.hubapi.com${call.path}?${query}`
  return ok({ results, paging: { next: { after: next.id, link } } })
}

/** One record by id; an id that was merged away returns the record it became. */
export function getObject(call: Call): Reply {
  const type = typeAt(call, 0)
  const record = call.state.find(type, call.parts[1] ?? '')
  const archived = call.query.get('archived') === 'true'
  if (record === undefined || record.archived !== archived) throw notFound()
  return ok(shower(call.state, type, wantedBy(call))(record))
}

const BatchRead = z.object({
  inputs: z.array(z.object({ id: z.coerce.string() })),
  properties: z.array(z.string()).default([]),
  propertiesWithHistory: z.array(z.string()).default([]),
  idProperty: z.string().nullish(),
})

function checkBatchSize(body: z.output<typeof BatchRead>): void {
  const hasHistory = body.propertiesWithHistory.length > 0
  const max = hasHistory ? pageMaxWithHistory : pageMax
  if (body.inputs.length <= max) return
  const what = hasHistory ? 'for property histories is' : 'supported in a batch is'
  throw invalid(`The maximum number of inputs ${what} ${max}, but received ${body.inputs.length}`)
}

/** Records by id, in no guaranteed order. If some ids do not exist, the answer is a 207. */
export function batchReadObjects(call: Call): Reply {
  const type = typeAt(call, 0)
  const body = bodyAs(BatchRead, call.body)
  checkBatchSize(body)
  const archived = call.query.get('archived') === 'true'
  const found = new Map<string, SandboxRecord>()
  const missing: string[] = []
  for (const { id } of body.inputs) {
    const record = call.state.find(type, id)
    if (record === undefined || record.archived !== archived) missing.push(id)
    else found.set(record.id, record)
  }
  const wanted = { properties: body.properties, history: body.propertiesWithHistory, associations: [] }
  const at = new Date(call.state.now()).toISOString()
  const answer = {
    status: 'COMPLETE',
    results: [...found.values()].reverse().map(shower(call.state, type, wanted)),
    startedAt: at,
    completedAt: at,
  }
  if (missing.length === 0) return ok(answer)
  const error = {
    status: 'error',
    category: 'OBJECT_NOT_FOUND',
    message: `Could not get some ${traitsOf(call.state, type).singular.toUpperCase()} objects, they may be deleted or not exist. Check that ids are valid.`,
    context: { ids: missing },
  }
  return { status: 207, body: { ...answer, numErrors: 1, errors: [error] } }
}
