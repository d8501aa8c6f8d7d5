import { z } from 'zod'

const PropertyVersion = z.object({
  value: z.string(),
  timestamp: z.string(),
  sourceType: z.string().default('CRM_UI'),
  updatedByUserId: z.number().exactOptional(),
  sourceId: z.string().exactOptional(),
})

const SourceRecord = z.object({
  id: z.string(),
  properties: z.record(z.string(), z.string().nullable()),
  createdAt: z.string(),
  updatedAt: z.string(),
  archived: z.boolean().default(false),
  archivedAt: z.string().exactOptional(),
  history: z.record(z.string(), z.array(PropertyVersion)).exactOptional(),
  associations: z
    .record(z.string(), z.array(z.object({ id: z.string(), primary: z.boolean().exactOptional() })))
    .exactOptional(),
})

const OwnerTeam = z.object({ id: z.string(), name: z.string(), primary: z.boolean() })

const Owner = z.object({
  id: z.string(),
  userId: z.number().nullable(),
  userIdIncludingInactive: z.number().nullable().exactOptional(),
  email: z.string().nullable(),
  firstName: z.string(),
  lastName: z.string(),
  archived: z.boolean(),
  createdAt: z.string(),
  updatedAt: z.string(),
  type: z.enum(['PERSON', 'QUEUE']).default('PERSON'),
  teams: z.array(OwnerTeam).exactOptional(),
})

const Stage = z.object({
  id: z.string(),
  label: z.string(),
  displayOrder: z.number(),
  archived: z.boolean().default(false),
  metadata: z.record(z.string(), z.string()),
})

const Pipeline = z.object({
  id: z.string(),
  label: z.string(),
  displayOrder: z.number(),
  archived: z.boolean().default(false),
  stages: z.array(Stage),
})

/** A property that the account defined, or one of HubSpot's as far as it matters. */
const OwnProperty = z.object({
  name: z.string(),
  label: z.string().exactOptional(),
  type: z.string(),
  fieldType: z.string().exactOptional(),
  /** Whether the choices are records of `referencedObjectType` instead of `options`. */
  externalOptions: z.boolean().exactOptional(),
  referencedObjectType: z.string().exactOptional(),
  /** Value and label, or a single text if they are the same. */
  options: z
    .array(
      z.union([
        z.tuple([z.string(), z.string()]),
        z.string().transform((one): [string, string] => [one, one]),
      ]),
    )
    .exactOptional(),
})

const CustomTypeId = z.templateLiteral(['2-', z.string().regex(/^\d+$/)])

const OwnSchema = z.object({
  name: z.string(),
  objectTypeId: CustomTypeId,
  /** The name with the account in front of it: `p4000007_visits`. */
  fullyQualifiedName: z.string(),
  labels: z.object({ singular: z.string(), plural: z.string() }),
})

const ExchangeRate = z.object({
  id: z.string(),
  fromCurrencyCode: z.string(),
  toCurrencyCode: z.string(),
  conversionRate: z.number(),
  effectiveAt: z.string(),
  visibleInUI: z.boolean().default(true),
})

/** A whole account as one JSON document: the format in which test data describes a HubSpot account. */
export const AccountData = z.object({
  account: z.object({
    portalId: z.number(),
    timeZone: z.string(),
    companyCurrency: z.string(),
    additionalCurrencies: z.array(z.string()).default([]),
    accountType: z.string().default('STANDARD'),
    uiDomain: z.string().default('app.hubspot.com'),
  }),
  exchangeRates: z.array(ExchangeRate).default([]),
  properties: z.record(z.string(), z.array(OwnProperty)).default({}),
  /** The object types that the account defined itself. */
  schemas: z.array(OwnSchema).default([]),
  owners: z.array(Owner),
  teams: z.array(z.object({ id: z.string(), name: z.string() })).default([]),
  pipelines: z.record(z.string(), z.array(Pipeline)),
  objects: z.record(z.string(), z.array(SourceRecord)),
})

export type AccountData = z.infer<typeof AccountData>
export type SandboxOwner = z.infer<typeof Owner>
export type SandboxPipeline = z.infer<typeof Pipeline>
export type SandboxStage = z.infer<typeof Stage>
export type SandboxExchangeRate = z.infer<typeof ExchangeRate>
export type OwnSchema = z.infer<typeof OwnSchema>
export type OwnProperty = z.infer<typeof OwnProperty>
