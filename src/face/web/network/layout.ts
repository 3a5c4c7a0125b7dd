export interface Point {
  readonly x: number
  readonly y: number
}

interface LaidOut {
  readonly id: string
  readonly camp: 0 | 1 | null
  /** Width that its name takes on the sheet. */
  readonly wide: number
}

interface Spring {
  readonly pair: readonly [string, string]
  readonly score: number
  readonly incidents: number
}

interface Body {
  x: number
  y: number
  readonly wide: number
}

const rounds = 300
/** Least room between two names, and at the sides of the sheet. */
const [between, side] = [14, 8]

/**
 * Places for parties on a sheet of 1000 by `height`: friends near, foes far, camps begin on the left and right. The same
 * network gives the same picture: no chance is in it.
 */
export function layOut(
  parties: readonly LaidOut[],
  ties: readonly Spring[],
  height: number,
  labelHigh = 54,
): ReadonlyMap<string, Point> {
  const bodies = parties.map(({camp, wide}, n): Body => {
    const angle = (2 * Math.PI * n) / Math.max(1, parties.length)
    const at = camp === 1 ? 120 : camp === 0 ? -120 : 0
    return {wide, x: at + 160 * Math.cos(angle), y: 160 * Math.sin(angle)}
  })
  const at = new Map(parties.map(({id}, n) => [id, n]))
  for (let round = 0; round < rounds; round++) step(bodies, ties, at, 30 * (1 - round / rounds))
  spread(bodies, height)
  for (let round = 0; round < rounds; round++) if (!part(bodies, height, labelHigh)) break
  return new Map(parties.map(({id}, n) => [id, {x: Math.round(bodies[n].x), y: Math.round(bodies[n].y)}]))
}

/** All push each other away, ties pull to their length, everything is drawn to the middle. */
function step(bodies: Body[], ties: readonly Spring[], at: ReadonlyMap<string, number>, heat: number): void {
  const force = bodies.map(({x, y}) => ({x: -0.08 * x, y: -0.08 * y}))
  const push = (i: number, j: number, strength: (far: number) => number) => {
    const [x, y] = [bodies[i].x - bodies[j].x || 0.1 * (i - j), bodies[i].y - bodies[j].y || 0.1]
    const far = Math.max(1, Math.hypot(x, y))
    const by = strength(far) / far
    force[i].x += x * by
    force[i].y += y * by
    force[j].x -= x * by
    force[j].y -= y * by
  }
  for (let i = 0; i < bodies.length; i++) for (let j = i + 1; j < bodies.length; j++) push(i, j, far => 4000 / far)
  for (const {pair, score, incidents} of ties) {
    const [i, j] = [at.get(pair[0]), at.get(pair[1])]
    if (i === undefined || j === undefined) continue
    const wanted = score > 0 ? 110 : 240
    push(i, j, far => (wanted - far) * Math.min(0.6, 0.08 + 0.08 * Math.log1p(incidents)))
  }
  bodies.forEach((body, n) => {
    const size = Math.max(1e-9, Math.hypot(force[n].x, force[n].y))
    const taken = Math.min(size * 0.2, heat)
    body.x += (force[n].x / size) * taken
    body.y += (force[n].y / size) * taken
  })
}

/** Spreads the picture over the sheet, stretched by at most a half more in one direction than in the other. */
function spread(bodies: Body[], height: number): void {
  const range = (values: readonly number[]) => [Math.min(...values), Math.max(...values)]
  const [left, right] = range(bodies.map(({x}) => x))
  const [top, bottom] = range(bodies.map(({y}) => y))
  const margin = side + Math.max(0, ...bodies.map(({wide}) => wide)) / 2
  const [wide, high] = [(1000 - 2 * margin) / Math.max(1, right - left), (height - 80) / Math.max(1, bottom - top)]
  const [sx, sy] = [Math.min(wide, 1.5 * high), Math.min(high, 1.5 * wide)]
  for (const body of bodies) {
    body.x = 500 + (body.x - (left + right) / 2) * sx
    body.y = height / 2 - 10 + (body.y - (top + bottom) / 2) * sy
  }
}

/** Moves apart those whose names would lie over each other; `false` when none does. */
function part(bodies: Body[], height: number, labelHigh: number): boolean {
  let moved = false
  for (let i = 0; i < bodies.length; i++)
    for (let j = i + 1; j < bodies.length; j++) {
      const [a, b] = [bodies[i], bodies[j]]
      const [x, y] = [(a.wide + b.wide) / 2 + between - Math.abs(a.x - b.x), labelHigh - Math.abs(a.y - b.y)]
      if (x <= 0.5 || y <= 0.5) continue
      moved = true
      const axis = y < x ? 'y' : 'x'
      const by = Math.min(x, y) / 2
      const sign = a[axis] < b[axis] || (a[axis] === b[axis] && i < j) ? 1 : -1
      for (const [body, move] of [
        [a, -sign * by],
        [b, sign * by],
      ] as const) {
        const [low, high] = axis === 'y' ? [30, height - 50] : [side + body.wide / 2, 1000 - side - body.wide / 2]
        body[axis] = Math.min(high, Math.max(low, body[axis] + move))
      }
    }
  return moved
}
