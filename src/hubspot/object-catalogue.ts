/** Finds object types by any of their names, and whether the token may read them. */
import type { Clock } from '../ports/clock.ts'
import type { ObjectCatalogue, ObjectTypeFinding, SourceObjectType } from '../ports/object-catalogue.ts'
import type { HubSpotClient } from './client.ts'
import { SourceError } from './errors.ts'
import { knownType } from './known-types.ts'
import { objectScopes } from './oauth-scopes.ts'
import { createOwnTypeReader, type OwnType } from './own-types.ts'
import type { Properties } from './properties.ts'
import type { Transport } from './transport.ts'

/** Names of types in HubSpot's paths. Nothing else names a type. */
const NAME = /^[\w-]{1,200}$/
const TYPE_ID = /^\d+-\d+$/
const OWN_TYPE_ID = /^2-/
/** The name of an own type with the account's id in front of it. */
const QUALIFIED_NAME = /^p\d+_/

export function createObjectCatalogue(
  client: HubSpotClient,
  transport: Transport,
  { properties, clock }: { properties: Properties; clock: Clock },
): ObjectCatalogue {
  const ownTypes = createOwnTypeReader(client, transport, clock)

  /** Whether the token may read its records: by reading one. */
  async function tryToRead(type: SourceObjectType): Promise<ObjectTypeFinding> {
    try {
      await transport.call(
        { kind: 'general', what: type.name },
        () => client.objects.getPage(type.id, { limit: 1, after: undefined, properties: [] }),
        () => undefined,
      )
      return { kind: 'readable', type, scopes: objectScopes(type.id) }
    } catch (error) {
      if (!(error instanceof SourceError)) throw error
      if (error.fault === 'forbidden') return { kind: 'forbidden', type, lacking: error.scopes }
      if (isForUnknownType(error)) return { kind: 'unknown' }
      throw error
    }
  }

  /** A type that is not among those that every account has. */
  async function find(asked: string): Promise<ObjectTypeFinding> {
    const isOfHubSpot = TYPE_ID.test(asked) && !OWN_TYPE_ID.test(asked)
    const own = isOfHubSpot ? [] : await listed(ownTypes)
    const listedAs = 'error' in own ? undefined : own.find(({ names }) => names.includes(asked))
    if (listedAs) return tryToRead(listedAs.type)
    // It may be a type of HubSpot's that is not known here, and HubSpot finds own types by some names without a list.
    const finding = await tryToRead({ id: asked, name: asked, label: asked })
    const isDecided = finding.kind !== 'unknown' || TYPE_ID.test(asked) || QUALIFIED_NAME.test(asked)
    if (isDecided || !('error' in own)) return finding
    return { kind: 'forbidden', type: null, lacking: own.error.scopes }
  }

  return {
    async objectType(nameOrId) {
      const asked = nameOrId.trim()
      if (!NAME.test(asked)) return { kind: 'unknown' }
      const known = knownType(asked)
      return known ? tryToRead(known) : find(asked)
    },
    propertyDefinitions: properties,
  }
}

/** The account's own types; the error if the token may not list them. */
async function listed(
  ownTypes: () => Promise<readonly OwnType[]>,
): Promise<readonly OwnType[] | { error: SourceError }> {
  try {
    return await ownTypes()
  } catch (error) {
    if (!(error instanceof SourceError)) throw error
    if (error.fault === 'forbidden') return { error }
    if (isForUnknownType(error)) return []
    throw error
  }
}

/** HubSpot refuses an unknown type with 400, and a path that it does not have with 404. */
function isForUnknownType({ fault, status }: SourceError): boolean {
  return fault === 'refused' && (status === 400 || status === 404)
}
