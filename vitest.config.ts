import {defineConfig} from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts', 'eval/**/*.test.ts', 'cases/**/*.test.ts'],
    setupFiles: ['scripts/draws.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // A second, which is usual, is too short for a page on a machine that is busy.
    expect: {poll: {timeout: 20_000}},
    env: {TZ: 'Asia/Kathmandu', LC_ALL: 'tr_TR.UTF-8'},
  },
})
