/** HubSpot's paths. All are dated: the numbered ones, the only ones that HubSpot's client knows, end in 2027. */

/** The release whose paths are asked; HubSpot supports each release for 18 months. */
export const API_VERSION = '2026-09'

export const ACCOUNT_PATH = `/account-info/${API_VERSION}/details`
export const RATES_PATH = `/settings/currencies/${API_VERSION}/exchange-rates`

const NUMBERED = /^(.*\/(?:crm|settings))\/v\d+\/([^/]+)(.*?)\/?$/

/** The dated address of what the client asks for at a numbered one: `/crm/v3/owners` → `/crm/owners/2026-09`. */
export function datedUrl(numbered: string): string {
  const url = new URL(numbered)
  url.pathname = url.pathname.replace(NUMBERED, `$1/$2/${API_VERSION}$3`)
  return url.href
}
