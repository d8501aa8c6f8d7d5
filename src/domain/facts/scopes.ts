/** The scope that a HubSpot token needs to read each type, by HubSpot's names. */
import type { FactType } from './facts.ts'

const SCOPES: Readonly<Record<FactType, string>> = {
  deals: 'crm.objects.deals.read',
  contacts: 'crm.objects.contacts.read',
  calls: 'crm.objects.contacts.read',
  emails: 'sales-email-read',
  meetings: 'crm.objects.contacts.read',
  tasks: 'crm.objects.contacts.read',
  notes: 'crm.objects.contacts.read',
  communications: 'crm.objects.contacts.read',
}

/** Of several types, each scope once. */
export function scopesOf(types: readonly FactType[]): string[] {
  return [...new Set(types.map((type) => SCOPES[type]))]
}
