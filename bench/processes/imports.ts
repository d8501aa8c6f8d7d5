/** Imports everything that `scoreline start` has imported when it is ready, says so, and does nothing else. */
await import('../../src/main.ts')
await import('../../src/store/sqlite.ts')
await import('../../src/slack/slack.ts')
await import('../../src/hubspot/source.ts')
process.stderr.write('imported\n')
setInterval(() => undefined, 60_000)

export {}
