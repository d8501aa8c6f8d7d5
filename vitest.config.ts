import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // By default one core is left idle, which on two is half of the machine.
    maxWorkers: '100%',
    globalSetup: ['test/long-run.ts', 'test/postgres.ts', 'test/compile-cache.ts'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
})
