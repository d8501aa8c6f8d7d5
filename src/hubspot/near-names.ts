/** The properties that somebody may have meant by a name that HubSpot does not have. */
import { distance } from '../domain/question/distance.ts'
import { fold } from '../domain/question/fold.ts'
import type { PropertyDefinition } from '../ports/object-catalogue.ts'

const MOST = 3

/** Names with the same label, then those that differ in at most a quarter of their letters, nearest first. */
export function nearNames(asked: string, definitions: Iterable<PropertyDefinition>): string[] {
  const wanted = plain(asked)
  const most = Math.max(1, Math.floor(wanted.length / 4))
  const near = [...definitions].flatMap(({ name, label }) => {
    const apart = plain(label) === wanted ? 0 : distance(plain(name), wanted)
    return apart <= most ? [{ name, apart }] : []
  })
  return near
    .sort((a, b) => a.apart - b.apart || (a.name < b.name ? -1 : 1))
    .slice(0, MOST)
    .map(({ name }) => name)
}

/** Without what HubSpot puts in front of names of its own, and without what labels have between words. */
function plain(name: string): string {
  return fold(name)
    .replace(/^hs_/, '')
    .replaceAll(/[\s_-]+/g, '')
}
