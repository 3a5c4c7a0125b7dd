const namespace = 'http://www.w3.org/2000/svg'

/** Makes an SVG element. Values become attributes, texts become text nodes; nothing is parsed. */
export function draw(
  name: string,
  attributes: {readonly [name: string]: string | number},
  ...children: readonly (SVGElement | string)[]
): SVGElement {
  const element = document.createElementNS(namespace, name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value))
  element.append(...children)
  return element
}

const kept = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'paint-order',
  'text-anchor',
]

/** A drawing of the page as an SVG that stands alone: its style inside, a ground, and below it the line that says where it is from. */
export function standAlone(drawing: SVGSVGElement, source: string): SVGSVGElement {
  const view = drawing.viewBox.baseVal
  const [width, height] = [1000, Math.round((1000 * view.height) / view.width)]
  const copy = drawing.cloneNode(true) as SVGSVGElement
  const [live, cloned] = [drawing, copy].map(svg => [...svg.querySelectorAll<SVGElement>('*')])
  live.forEach((element, n) => {
    const style = getComputedStyle(element)
    for (const name of kept) cloned[n].setAttribute(name, style.getPropertyValue(name))
    for (const name of ['class', 'tabindex', 'role', 'aria-label', 'aria-pressed']) cloned[n].removeAttribute(name)
  })
  const viewBox = `${view.x} ${view.y} ${view.width} ${view.height}`
  const inner = draw('svg', {viewBox, width, height}, ...([...copy.childNodes] as SVGElement[]))
  return framed([inner], width, height, source)
}

/** Puts parts on a sheet with the source line below them. */
export function framed(parts: readonly SVGElement[], width: number, height: number, source: string): SVGSVGElement {
  const style = getComputedStyle(document.documentElement)
  const below = 34
  return draw(
    'svg',
    {xmlns: namespace, viewBox: `0 0 ${width} ${height + below}`, width, height: height + below},
    draw('rect', {width, height: height + below, fill: style.getPropertyValue('--paper').trim()}),
    ...parts,
    draw(
      'text',
      {
        x: 12,
        y: height + below - 12,
        'font-family': 'sans-serif',
        'font-size': 12,
        fill: style.getPropertyValue('--soft').trim(),
      },
      source,
    ),
  ) as SVGSVGElement
}

/** The SVG as text of a file. */
export const svgText = (svg: SVGSVGElement) => `${new XMLSerializer().serializeToString(svg)}\n`

/** The SVG as a PNG, twice as large so that it prints well. */
export async function pngOf(svg: SVGSVGElement): Promise<Blob> {
  const image = new Image()
  // Not a blob: address: the content security policy lets images come from data: only.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgText(svg))}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = image.width * 2
  canvas.height = image.height * 2
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) =>
    canvas.toBlob(blob => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'),
  )
}

/** Hands a file to the browser to be saved. */
export function save(name: string, content: Blob | string, type = 'text/plain'): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(
    content instanceof Blob ? content : new Blob([content], {type: `${type};charset=utf-8`}),
  )
  link.download = name.replace(/[^\p{L}\p{N}._,-]+/gu, '-')
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
