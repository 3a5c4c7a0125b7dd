import type {CorrectionEntry} from '../../../model/index.ts'

let latest: CorrectionEntry | null = null

/** The last correction that was made on these pages since they were opened, for `u`. */
export const latestCorrection = () => latest

export function rememberCorrection(entry: CorrectionEntry | null): void {
  latest = entry
}
