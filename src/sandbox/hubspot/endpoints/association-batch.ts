import { z } from 'zod'
import { traitsOf } from '../account-types.ts'
import { associationTypes, linksOf, pairIds } from '../associations.ts'
import { invalid } from '../refusal.ts'
import { bodyAs, type Call, ok, type Reply, typeAt } from './call.ts'

const AssociationBatch = z.object({
  inputs: z.array(z.object({ id: z.coerce.string(), after: z.string().nullish() })),
})

const inputsMax = 1_000
const linksPerPage = 500

/** The links of up to a thousand records. If some have none, the answer is a 207, which is not an error. */
export function batchReadAssociations(call: Call): Reply {
  const { state } = call
  const pair = { from: typeAt(call, 0), to: typeAt(call, 1) }
  const { inputs } = bodyAs(AssociationBatch, call.body)
  if (inputs.length > inputsMax) {
    throw invalid(`The maximum number of inputs supported in a batch is ${inputsMax}`)
  }
  const results: object[] = []
  const errors: object[] = []
  const [from, to] = [traitsOf(state, pair.from).singular, traitsOf(state, pair.to).singular]
  for (const input of inputs) {
    const links = linksOf(state, { type: pair.from, id: input.id, to: pair.to })
    if (links.length === 0) {
      errors.push({
        status: 'error',
        category: 'OBJECT_NOT_FOUND',
        subCategory: 'crm.associations.NO_ASSOCIATIONS_FOUND',
        message: `No ${to} is associated with ${from} ${input.id}.`,
        context: { fromObjectId: [input.id], fromObjectType: [from], toObjectType: [to] },
      })
      continue
    }
    const start = Number(input.after ?? '0')
    const end = start + linksPerPage
    results.unshift({
      from: { id: input.id },
      to: links.slice(start, end).map((link) => ({
        toObjectId: Number(link.id),
        associationTypes: associationTypes(pair, link),
      })),
      ...(end < links.length ? { paging: { next: { after: String(end) } } } : {}),
    })
  }
  const at = new Date(state.now()).toISOString()
  const answer = { status: 'COMPLETE', results, startedAt: at, completedAt: at }
  if (errors.length === 0) return ok(answer)
  return { status: 207, body: { ...answer, numErrors: errors.length, errors } }
}

/** The association types that exist between two types. */
export function associationLabels(call: Call): Reply {
  const { plain, primary } = pairIds({ from: typeAt(call, 0), to: typeAt(call, 1) })
  const unlabelled = { category: 'HUBSPOT_DEFINED', typeId: plain, label: null }
  const labelled = { category: 'HUBSPOT_DEFINED', typeId: primary, label: 'Primary' }
  return ok({ results: primary === undefined ? [unlabelled] : [labelled, unlabelled] })
}
