import type { EndpointKind } from './endpoints/call.ts'
import { objectTypeOf } from './object-types.ts'
import { type Paths, type Route, routes, usagePaths } from './routes.ts'

export interface Found {
  kind: EndpointKind
  route: Route | undefined
  parts: string[]
  /** What is requested: object types, or owners, currencies … Counts file the request under the first one. */
  subjects: string[]
  path: string
  query: URLSearchParams
}

function partsOf(match: RegExpExecArray): string[] {
  return match
    .slice(1)
    .filter((part) => part !== undefined)
    .map(decodeURIComponent)
}

export interface PathFamilies {
  /** Whether numbered paths are answered too, as they are until their end of life. */
  answersNumbered: boolean
}

/** The endpoint for a method and path. */
export function findRoute(method: string, url: string, { answersNumbered }: PathFamilies): Found {
  const [path = '/', search = ''] = url.split('?')
  const query = new URLSearchParams(search)
  const matchOf = ({ dated, numbered }: Paths) =>
    dated.exec(path) ?? (answersNumbered ? numbered.exec(path) : null)
  if (method === 'GET' && matchOf(usagePaths)) {
    return { kind: 'usage', route: undefined, parts: [], subjects: ['usage'], path, query }
  }
  for (const route of routes) {
    const match = route.method === method ? matchOf(route.paths) : null
    if (match === null) continue
    const parts = partsOf(match)
    const types = parts.flatMap((part) => objectTypeOf(part) ?? [])
    const subjects = route.subject === undefined ? types : [route.subject]
    return { kind: route.kind, route, parts, subjects, path, query }
  }
  return { kind: 'unknown', route: undefined, parts: [], subjects: [], path, query }
}
