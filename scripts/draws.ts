import fc from 'fast-check'

// The same drawn cases in every run, so that a change fails by itself and never by chance. `SEED=7 npx vitest run …` draws others.
fc.configureGlobal({seed: Number(process.env.SEED ?? 1979)})
