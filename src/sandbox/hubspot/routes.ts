import { associationLabels, batchReadAssociations } from './endpoints/association-batch.ts'
import type { Endpoint, EndpointKind } from './endpoints/call.ts'
import { batchReadObjects, getObject, listObjects } from './endpoints/objects.ts'
import { getOwner, listOwners, listTeams } from './endpoints/people.ts'
import { searchObjects } from './endpoints/search.ts'
import {
  accountDetails,
  companyCurrency,
  currentExchangeRates,
  getPipeline,
  getProperty,
  listExchangeRates,
  listPipelines,
  listProperties,
  recordLimits,
} from './endpoints/settings.ts'

export interface Route {
  kind: EndpointKind
  method: 'GET' | 'POST'
  pattern: RegExp
  endpoint: Endpoint
  /** What a token must be allowed to read where the path names no object type. */
  subject?: string
}

const dated = '\\d{4}-\\d{2}(?:-beta)?'

/** A pattern for both families of paths: the numbered one and the dated one. `:x` stands for a part that varies. */
function either(numbered: string, datedPath: string): RegExp {
  const asPattern = (path: string) => path.replaceAll(/:\w+/g, '([^/]+)').replaceAll('{V}', dated)
  return new RegExp(`^(?:${asPattern(numbered)}|${asPattern(datedPath)})/?$`)
}

function crm(
  kind: EndpointKind,
  method: 'GET' | 'POST',
  at: { room: string; rest: string; endpoint: Endpoint },
): Route {
  const version = at.room === 'associations' ? 'v4' : 'v3'
  return {
    kind,
    method,
    pattern: either(`/crm/${version}/${at.room}${at.rest}`, `/crm/${at.room}/{V}${at.rest}`),
    endpoint: at.endpoint,
  }
}

function settings(rest: string, endpoint: Endpoint): Route {
  const pattern = either(`/settings/v3/currencies${rest}`, `/settings/currencies/{V}${rest}`)
  return { kind: 'currencies', method: 'GET', pattern, endpoint, subject: 'currencies' }
}

/** Every endpoint but the daily usage, which only the door can answer. */
export const routes: readonly Route[] = [
  crm('search', 'POST', { room: 'objects', rest: '/:type/search', endpoint: searchObjects }),
  crm('batchRead', 'POST', { room: 'objects', rest: '/:type/batch/read', endpoint: batchReadObjects }),
  crm('list', 'GET', { room: 'objects', rest: '/:type', endpoint: listObjects }),
  crm('get', 'GET', { room: 'objects', rest: '/:type/:id', endpoint: getObject }),
  crm('associations', 'POST', {
    room: 'associations',
    rest: '/:from/:to/batch/read',
    endpoint: batchReadAssociations,
  }),
  crm('labels', 'GET', { room: 'associations', rest: '/:from/:to/labels', endpoint: associationLabels }),
  crm('pipelines', 'GET', { room: 'pipelines', rest: '/:type', endpoint: listPipelines }),
  crm('pipelines', 'GET', { room: 'pipelines', rest: '/:type/:id', endpoint: getPipeline }),
  crm('properties', 'GET', { room: 'properties', rest: '/:type', endpoint: listProperties }),
  crm('properties', 'GET', { room: 'properties', rest: '/:type/:name', endpoint: getProperty }),
  { ...crm('owners', 'GET', { room: 'owners', rest: '', endpoint: listOwners }), subject: 'owners' },
  { ...crm('owners', 'GET', { room: 'owners', rest: '/:id', endpoint: getOwner }), subject: 'owners' },
  crm('limits', 'GET', { room: 'limits', rest: '/records', endpoint: recordLimits }),
  {
    kind: 'teams',
    method: 'GET',
    pattern: either('/settings/v3/users/teams', '/settings/users/{V}/teams'),
    endpoint: listTeams,
    subject: 'teams',
  },
  settings('/exchange-rates', listExchangeRates),
  settings('/exchange-rates/current', currentExchangeRates),
  settings('/company-currency', companyCurrency),
  {
    kind: 'account',
    method: 'GET',
    pattern: either('/account-info/v3/details', '/account-info/{V}/details'),
    endpoint: accountDetails,
    subject: 'account',
  },
]

export const usagePattern = either(
  '/account-info/v3/api-usage/daily/private-apps',
  '/account-info/{V}/api-usage/daily/private-apps',
)
