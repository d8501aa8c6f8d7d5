/** Which properties an account has, asked at most hourly. Property names are looked up here and never constructed. */
import { z } from 'zod'
import type { Clock } from '../ports/clock.ts'
import type { PropertyDefinition } from '../ports/object-catalogue.ts'
import type { HubSpotClient } from './client.ts'
import { readHourly } from './hourly.ts'
import { pageIn } from './raw-page.ts'
import type { Transport } from './transport.ts'
import { nameIn, textIn } from './values.ts'

const text = z.string().nullish().catch(null)

const HubSpotProperty = z.object({
  name: z.string(),
  label: text,
  type: text,
  fieldType: text,
  referencedObjectType: text,
  options: z.array(z.unknown()).catch([]),
})

const HubSpotOption = z.object({ value: z.string(), label: text })

/** The properties of a type by name, at most an hour old; a refusal is kept just as long. */
export type Properties = (type: string) => Promise<ReadonlyMap<string, PropertyDefinition>>

export function createProperties(client: HubSpotClient, transport: Transport, clock: Clock): Properties {
  return readHourly(clock, async (type) => {
    const { records } = await transport.call(
      { kind: 'general', what: type },
      () => client.crm.properties.coreApi.getAllWithHttpInfo(type, false),
      ({ data }) => pageIn(data),
    )
    const definitions = records.flatMap(toDefinition)
    return new Map(definitions.map((definition) => [definition.name, definition]))
  })
}

/** Values without a type are text, as all values are. */
function toDefinition(record: unknown): PropertyDefinition[] {
  const read = HubSpotProperty.safeParse(record)
  if (!read.success) return []
  const { name, label, type, fieldType, referencedObjectType, options } = read.data
  return [
    {
      name,
      label: nameIn(label) ?? name,
      type: textIn(type) ?? 'string',
      fieldType: textIn(fieldType),
      referencedObjectType: textIn(referencedObjectType),
      options: options.flatMap(toOption),
    },
  ]
}

/** Values are trimmed like those in records, so that the two match. */
function toOption(option: unknown): { value: string; label: string }[] {
  const read = HubSpotOption.safeParse(option)
  const value = read.success ? textIn(read.data.value) : null
  const label = read.success ? nameIn(read.data.label) : null
  return value === null || label === null ? [] : [{ value, label }]
}
