import {pngOf, save, svgText} from './picture.ts'

interface SavePictureProps {
  /** Name of the file without its ending. */
  readonly name: string
  /** Draws it when asked. */
  readonly picture: () => SVGSVGElement | null
}

/** The chart as SVG or PNG, its source line in it. */
export function SavePicture({name, picture}: SavePictureProps) {
  const asSvg = () => {
    const svg = picture()
    if (svg) save(`${name}.svg`, svgText(svg), 'image/svg+xml')
  }
  const asPng = async () => {
    const svg = picture()
    if (svg) save(`${name}.png`, await pngOf(svg))
  }
  return (
    <span class="save-picture">
      picture as{' '}
      <button type="button" class="link" onClick={asSvg}>
        SVG
      </button>{' '}
      ·{' '}
      <button type="button" class="link" onClick={asPng}>
        PNG
      </button>
    </span>
  )
}
