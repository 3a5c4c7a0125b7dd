import type {BrowserContext, Page} from 'playwright-core'

const [delay = 0, rate = 1] = (process.env.DETENTE_SLOW ?? '').split(',').map(part => Number(part) || 0)

/** Milliseconds that an answer waits: a quarter of `delay` to seven quarters, told by the address, so that answers overtake each other. */
function waits(address: string): number {
  let hash = delay
  for (const letter of address) hash = (hash * 31 + letter.charCodeAt(0)) % 65_521
  return delay * (0.25 + (1.5 * hash) / 65_521)
}

/**
 * Makes what a test opens as slow as `DETENTE_SLOW` says: `400` holds each answer of data and each write back by 100
 * to 700 ms, `400,4` also slows the page's own work fourfold. Nothing is slowed when it is not set.
 */
export async function slowed(context: BrowserContext, page: Page): Promise<void> {
  if (delay > 0)
    await context.route('**/*', async route => {
      const {pathname, search} = new URL(route.request().url())
      if (pathname.endsWith('.json') || route.request().method() !== 'GET')
        await new Promise(resolve => setTimeout(resolve, waits(pathname + search)))
      await route.continue().catch(() => {})
    })
  if (rate > 1) {
    const session = await context.newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', {rate})
  }
}
