/** HubSpot's paths. All are date-versioned: the numbered ones, the only ones HubSpot's client knows, end in 2027. */

/** The API release in use; HubSpot supports each release for 18 months. */
const API_VERSION = '2026-09'

export const ACCOUNT_PATH = `/account-info/${API_VERSION}/details`
export const RATES_PATH = `/settings/currencies/${API_VERSION}/exchange-rates`

const NUMBERED = /^(.*\/(?:crm|settings))\/v\d+\/([^/]+)(.*?)\/?$/
/** Here the version keeps its place. */
const NUMBERED_SCHEMAS = /^(.*\/crm-object-schemas)\/v\d+\//

/** Turns a numbered address from the client into the dated one: `/crm/v3/owners` → `/crm/owners/2026-09`. */
export function datedUrl(numbered: string): string {
  const url = new URL(numbered)
  url.pathname = url.pathname
    .replace(NUMBERED, `$1/$2/${API_VERSION}$3`)
    .replace(NUMBERED_SCHEMAS, `$1/${API_VERSION}/`)
  return url.href
}
