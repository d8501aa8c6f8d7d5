import type { Zone } from '../../domain/calendar/day.ts'
import { FACT_TYPES, type FactType } from '../../domain/facts/facts.ts'
import { isSourceError, type NamedProperties } from '../../ports/source.ts'
import type { Services, SourceWithNames } from '../../wiring.ts'
import { configFor } from '../run.ts'
import { complaints, type Finding, fix, fixFrom, note, ok } from './finding.ts'
import { askAgain, type OwnMetricsLook, ownMetricFindings } from './own-findings.ts'

/** A person is waiting. */
const TRIES = 3

const AWAY = 'See https://status.hubspot.com and the network.'

/** Whether HubSpot can be read and has what is requested. */
export async function hubSpotFindings(
  services: Services,
  { named, zone: knownZone, own }: { named: NamedProperties; zone: Zone | null; own: OwnMetricsLook },
): Promise<Finding[]> {
  const asStored = ownMetricFindings(own, own.objects, services.words)
  const wrong = complaints('hubspot')
  if (wrong.length > 0) return [...wrong, ...asStored]
  const config = configFor('hubspot')
  const source = await services.createSource(config, {
    log: await services.createLog('silent'),
    zone: knownZone,
    tries: TRIES,
  })
  try {
    const { zone } = await source.account()
    return [
      ok('HubSpot token', `accepted; the account's zone is ${zone}`),
      ...(await typeFindings(services, source)),
      ...(await accessFindings(source)),
      ...(await nameFindings(source, named)),
      ...(await splitFindings(source)),
      ...ownMetricFindings(own, await askAgain(source, own), services.words),
    ]
  } catch (error) {
    if (!isSourceError(error)) throw error
    return [fixFrom('HubSpot', error.message, AWAY), ...asStored]
  }
}

/** Beyond this, 'data as of' misleads; Slack refuses signed requests at five minutes. */
const LARGEST_SKEW_MS = 30_000

async function typeFindings({ clock }: Services, source: SourceWithNames): Promise<Finding[]> {
  const looks = await Promise.all(FACT_TYPES.map((type) => lookAt(source, type)))
  const times = looks.flatMap(({ serverTime }) => (serverTime === null ? [] : [clock.now() - serverTime]))
  const refused = looks.flatMap(({ type, error }) => (error ? [fixFrom(`reading ${type}`, error, AWAY)] : []))
  if (times.length === 0) return refused
  const skewMs = Math.min(...times.map(Math.abs))
  const isRight = skewMs <= LARGEST_SKEW_MS
  const text = `${Math.round(skewMs / 1000)} s from HubSpot's`
  return [
    ...refused,
    isRight ? ok('clock', text) : fix('clock', text, 'Set the clock of this machine (ntp).'),
  ]
}

async function lookAt(
  source: SourceWithNames,
  type: FactType,
): Promise<{ type: FactType; serverTime: number | null; error: string | null }> {
  try {
    const { serverTime } = await source.listPage(type, null)
    return { type, serverTime, error: null }
  } catch (error) {
    if (!isSourceError(error)) throw error
    return { type, serverTime: null, error: error.message }
  }
}

/** Lacking access to what not every account has is a note, not a fault. */
async function accessFindings(source: SourceWithNames): Promise<Finding[]> {
  return (await source.checkAccess()).map(({ what, gives, message, isOptional }) => {
    const finding = fixFrom(`reading ${what}`, message, AWAY)
    const text = `${finding.text}; until then Scoreline does not know: ${gives}`
    return { ...finding, text, state: isOptional ? 'note' : 'fix' }
  })
}

/** A property that the settings name has to exist; an account may lack some of HubSpot's own. */
async function nameFindings(source: SourceWithNames, named: NamedProperties): Promise<Finding[]> {
  const missing = await source.checkNames(named)
  const chosen = [named.cost, named.contractYears, named.territory]
  return missing.map(({ type, missing: names }) => {
    const check = `properties of ${type}`
    const text = `the account does not have ${names.join(', ')}`
    const isChosen = names.some((name) => chosen.includes(name))
    return isChosen ? fix(check, text, 'Correct the names in the settings.') : note(check, text)
  })
}

/** Nothing in an account without deal splits. */
async function splitFindings(source: SourceWithNames): Promise<Finding[]> {
  const count = await source.countSplitDeals()
  if (count === 0) return []
  const deals = count === 1 ? '1 deal is' : `${count.toLocaleString('en')} deals are`
  const who = 'their bookings go to the owner of the deal (splits are not counted yet)'
  return [note('deal splits', `${deals} split between owners in HubSpot: ${who}`)]
}
