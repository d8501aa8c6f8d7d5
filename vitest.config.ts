import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/postgres.ts', 'test/compile-cache.ts'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
})
