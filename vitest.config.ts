import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // Twice what the slowest takes on two cores that others use as well.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    maxWorkers: 2,
    setupFiles: ['./tools/forbid-network.ts'],
    // Loaded by Node itself, as the product is: rewritten by Vite, hot loops take a quarter longer, and nothing is mocked.
    experimental: { viteModuleRunner: false },
    // Commands run by tests share what Node made of their sources; reading them anew is half of a short command's time.
    env: { NODE_COMPILE_CACHE: join(import.meta.dirname, '.cache', 'code') },
    projects: [
      {
        extends: true,
        test: {
          name: 'parts',
          include: ['{contract,engine,exchange,reports,web}/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/dist/**'],
          // They keep nothing but caches, so that their files may share what is loaded: half of the time.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          // They watch what is loaded, so each file loads it anew.
          name: 'tools',
          include: ['tools/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          // Apart from the rest, so that a database is started only when a test needs one.
          name: 'hub',
          include: ['{hub,cli}/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/dist/**'],
          globalSetup: ['./hub/src/testing/postgres-for-tests.ts'],
          setupFiles: ['./hub/src/testing/quiet-log.ts'],
          // Four seconds a file: loading the hub. What it keeps beside the database are caches and counts of what is
          // running, which a hub in use shares among all its requests as well.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          // Whole hubs with their own processes, driven from outside.
          name: 'walks',
          include: ['walks/**/*.test.ts'],
          testTimeout: 120_000,
        },
      },
    ],
  },
})
