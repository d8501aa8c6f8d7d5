import { type TypeHolder, typeNamed } from './account-types.ts'
import type { EndpointKind } from './endpoints/call.ts'
import { type Paths, type Route, routes, usagePaths } from './routes.ts'

export interface Found {
  kind: EndpointKind
  route: Route | undefined
  parts: string[]
  /** What is requested: object types, or owners, currencies … Counts file the request under the first one. */
  subjects: string[]
  /** The first type in the path that the account does not have. */
  unknownType: string | undefined
  path: string
  query: URLSearchParams
}

function partsOf(match: RegExpExecArray): string[] {
  return match
    .slice(1)
    .filter((part) => part !== undefined)
    .map(decodeURIComponent)
}

export interface PathSetting {
  account: TypeHolder
  /** Whether numbered paths are answered too, as they are until their end of life. */
  answersNumbered: boolean
}

/** The endpoint for a method and path. */
export function findRoute(method: string, url: string, { account, answersNumbered }: PathSetting): Found {
  const [path = '/', search = ''] = url.split('?')
  const rest = { unknownType: undefined, path, query: new URLSearchParams(search) }
  const matchOf = ({ dated, numbered }: Paths) =>
    dated.exec(path) ?? (answersNumbered ? numbered.exec(path) : null)
  if (method === 'GET' && matchOf(usagePaths)) {
    return { kind: 'usage', route: undefined, parts: [], subjects: ['usage'], ...rest }
  }
  for (const route of routes) {
    const match = route.method === method ? matchOf(route.paths) : null
    if (match === null) continue
    const parts = partsOf(match)
    const named = parts.slice(0, route.types)
    const types = named.flatMap((name) => typeNamed(account, name) ?? [])
    const unknownType = named.find((name) => typeNamed(account, name) === undefined)
    const subjects = route.subject === undefined ? types : [route.subject]
    return { ...rest, kind: route.kind, route, parts, subjects, unknownType }
  }
  return { kind: 'unknown', route: undefined, parts: [], subjects: [], ...rest }
}
