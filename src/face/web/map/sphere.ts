/** Places on a sheet of 1000 by 500: longitude across, latitude up; the same everywhere, so that a span of days can be compared. */
export const sheet = {width: 1000, height: 500}

export const acrossOf = (longitude: number) => ((longitude + 180) / 360) * sheet.width
export const downOf = (latitude: number) => ((90 - latitude) / 180) * sheet.height

export interface Frame {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The whole earth without the poles' empty rims. */
export const world: Frame = {x: 0, y: downOf(84), width: 1000, height: downOf(-58) - downOf(84)}

const leastWidth = 120

/** A frame of the world's shape round the places, with room at the rim. */
export function frameOf(places: readonly {readonly latitude: number; readonly longitude: number}[]): Frame {
  if (places.length === 0) return world
  const xs = places.map(({longitude}) => acrossOf(longitude))
  const ys = places.map(({latitude}) => downOf(latitude))
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const shape = world.width / world.height
  const width = Math.min(world.width, Math.max(leastWidth, (right - left) * 1.25, (bottom - top) * 1.25 * shape))
  const height = width / shape
  const within = (start: number, size: number, low: number, whole: number) =>
    Math.min(Math.max(start, low), low + whole - size)
  return {
    x: within((left + right - width) / 2, width, world.x, world.width),
    y: within((top + bottom - height) / 2, height, world.y, world.height),
    width,
    height,
  }
}

/** The frame drawn in on a place, each step to half its size; it stays inside the frame that it began with. */
export function zoomed(
  frame: Frame,
  steps: number,
  on: {readonly latitude: number; readonly longitude: number},
): Frame {
  const [width, height] = [frame.width / 2 ** steps, frame.height / 2 ** steps]
  const within = (middle: number, size: number, low: number, whole: number) =>
    Math.min(Math.max(middle - size / 2, low), low + whole - size)
  return {
    x: within(acrossOf(on.longitude), width, frame.x, frame.width),
    y: within(downOf(on.latitude), height, frame.y, frame.height),
    width,
    height,
  }
}

type Ring = readonly (readonly number[])[]

/** The outlines of one country as the `d` of a path. A line that jumps across the date line is broken there. */
export function outline(polygons: readonly (readonly Ring[])[]): string {
  const parts: string[] = []
  for (const polygon of polygons)
    for (const ring of polygon) {
      let before: number | null = null
      for (const [longitude, latitude] of ring) {
        const jumps = before === null || Math.abs(longitude - before) > 180
        parts.push(`${jumps ? 'M' : 'L'}${acrossOf(longitude).toFixed(1)} ${downOf(latitude).toFixed(1)}`)
        before = longitude
      }
    }
  return parts.join('')
}
