/** Imports everything that `scoreline start` has imported when it is ready, says so, and does nothing else. */
await import('../../src/main.ts')
await import('../../src/cli/commands/start.ts')
await import('pino')
await import('prom-client')
await import('../../src/store/store.ts')
await import('../../src/health/endpoints.ts')
await import('../../src/sync/sync.ts')
await import('../../src/answers/answers.ts')
await import('../../src/i18n/lexicons.ts')
await import('../../src/digests/digests.ts')
await import('../../src/digests/read-digest.ts')
await import('../../src/deliveries/deliveries.ts')
await import('../../src/schedule/schedule.ts')
await import('../../src/slack/slack.ts')
process.stderr.write('imported\n')
setInterval(() => undefined, 60_000)

export {}
