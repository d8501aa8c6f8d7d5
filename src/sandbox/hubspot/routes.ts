import { associationLabels, batchReadAssociations } from './endpoints/association-batch.ts'
import type { Endpoint, EndpointKind } from './endpoints/call.ts'
import { batchReadObjects, getObject, listObjects } from './endpoints/objects.ts'
import { getOwner, listOwners, listTeams } from './endpoints/people.ts'
import { getProperty, listProperties } from './endpoints/properties.ts'
import { getSchema, listSchemas } from './endpoints/schemas.ts'
import { searchObjects } from './endpoints/search.ts'
import {
  accountDetails,
  companyCurrency,
  currentExchangeRates,
  getPipeline,
  listExchangeRates,
  listPipelines,
  recordLimits,
} from './endpoints/settings.ts'

export interface Route {
  kind: EndpointKind
  method: 'GET' | 'POST'
  paths: Paths
  endpoint: Endpoint
  /** How many of the path's variable parts, from the first one, are object types. */
  types: number
  /** What a token must be allowed to read if the path names no object type. */
  subject?: string
}

/** The paths of an endpoint: the dated one and its numbered predecessor. */
export interface Paths {
  dated: RegExp
  numbered: RegExp
}

/** The API releases that HubSpot supports. */
const releases = '(?:2025-09|2026-03|2026-09)'

/** `:x` stands for a variable part, `{V}` for a release. */
function either(numbered: string, dated: string): Paths {
  const asPattern = (path: string) =>
    new RegExp(`^${path.replaceAll(/:\w+/g, '([^/]+)').replaceAll('{V}', releases)}/?$`)
  return { dated: asPattern(dated), numbered: asPattern(numbered) }
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
    paths: either(`/crm/${version}/${at.room}${at.rest}`, `/crm/${at.room}/{V}${at.rest}`),
    endpoint: at.endpoint,
    types: at.rest.match(/:(?:type|from|to)\b/g)?.length ?? 0,
  }
}

function settings(rest: string, endpoint: Endpoint): Route {
  const paths = either(`/settings/v3/currencies${rest}`, `/settings/currencies/{V}${rest}`)
  return { kind: 'currencies', method: 'GET', paths, endpoint, types: 0, subject: 'currencies' }
}

function schemas(rest: string, endpoint: Endpoint): Route {
  const paths = either(`/crm-object-schemas/v3/schemas${rest}`, `/crm-object-schemas/{V}/schemas${rest}`)
  return { kind: 'schemas', method: 'GET', paths, endpoint, types: 0, subject: 'schemas' }
}

/** Every endpoint except the daily usage, which only the door can answer. */
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
  schemas('', listSchemas),
  schemas('/:name', getSchema),
  { ...crm('owners', 'GET', { room: 'owners', rest: '', endpoint: listOwners }), subject: 'owners' },
  { ...crm('owners', 'GET', { room: 'owners', rest: '/:id', endpoint: getOwner }), subject: 'owners' },
  crm('limits', 'GET', { room: 'limits', rest: '/records', endpoint: recordLimits }),
  {
    kind: 'teams',
    method: 'GET',
    paths: either('/settings/v3/users/teams', '/settings/users/{V}/teams'),
    endpoint: listTeams,
    types: 0,
    subject: 'teams',
  },
  settings('/exchange-rates', listExchangeRates),
  settings('/exchange-rates/current', currentExchangeRates),
  settings('/company-currency', companyCurrency),
  {
    kind: 'account',
    method: 'GET',
    paths: either('/account-info/v3/details', '/account-info/{V}/details'),
    endpoint: accountDetails,
    types: 0,
    subject: 'account',
  },
]

export const usagePaths = either(
  '/account-info/v3/api-usage/daily/private-apps',
  '/account-info/{V}/api-usage/daily/private-apps',
)
