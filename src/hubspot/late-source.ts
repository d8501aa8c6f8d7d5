/** HubSpot's client is large, and nothing is read before the bot is ready: it is loaded at the first call. */
import type { Source } from '../ports/source.ts'

export function createLateSource(open: () => Promise<Required<Source>>): Required<Source> {
  let opened: Promise<Required<Source>> | undefined
  const source = () => {
    opened ??= open()
    return opened
  }
  return {
    account: async () => (await source()).account(),
    owners: async () => (await source()).owners(),
    pipelines: async () => (await source()).pipelines(),
    exchangeRates: async () => (await source()).exchangeRates(),
    callOutcomes: async () => (await source()).callOutcomes(),
    goals: async (directory) => (await source()).goals(directory),
    listPage: async (...page) => (await source()).listPage(...page),
    changedPage: async (...page) => (await source()).changedPage(...page),
    pageFromAbove: async (...page) => (await source()).pageFromAbove(...page),
    readByIds: async (...records) => (await source()).readByIds(...records),
    dealChanges: async (ids) => (await source()).dealChanges(ids),
    dealCompanies: async (ids) => (await source()).dealCompanies(ids),
    dealActivities: async (ids, type) => (await source()).dealActivities(ids, type),
    users: async () => (await source()).users(),
    objects: async (asked) => (await source()).objects(asked),
    count: async (type) => (await source()).count(type),
  }
}
