import {existsSync} from 'node:fs'

const places = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser']

/** Where Chromium is on this machine, or `null`. For tests. */
export const chromiumPath: string | null = places.find(path => path !== undefined && existsSync(path)) ?? null

export const noChromium =
  'Chromium was not found: `apt-get install chromium`, or set CHROMIUM to its path, to run the browser tests'
