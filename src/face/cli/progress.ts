import type {IngestProgress} from '../../ingest/index.ts'

/** One line on a terminal that shows what is done, the rate and what is left; nothing when the output is no terminal. */
export function showProgress(stream: NodeJS.WriteStream): {step: (progress: IngestProgress) => void; end: () => void} {
  const begun = process.hrtime.bigint()
  let shown = false
  return {
    step({done, total, source}) {
      if (!stream.isTTY) return
      const seconds = Number(process.hrtime.bigint() - begun) / 1e9
      const rate = done / Math.max(seconds, 0.001)
      const left = rate > 0 ? Math.ceil((total - done) / rate) : 0
      const line = `${done}/${total}  ${rate.toFixed(1)} a second  ${left} s left  ${source}`
      stream.write(`\r\u001b[K${line.slice(0, (stream.columns ?? 80) - 1)}`)
      shown = true
    },
    end() {
      if (shown) stream.write('\r\u001b[K')
    },
  }
}
