import {defineConfig} from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts', 'eval/**/*.test.ts', 'cases/**/*.test.ts'],
    setupFiles: ['scripts/draws.ts'],
    // Ample, since the machine may be five times slower than usual: a limit is there for what never ends.
    testTimeout: 900_000,
    hookTimeout: 900_000,
    // A second, which is usual, is too short for a page on a machine that is busy.
    expect: {poll: {timeout: 90_000}},
    env: {TZ: 'Asia/Kathmandu', LC_ALL: 'tr_TR.UTF-8'},
  },
})
