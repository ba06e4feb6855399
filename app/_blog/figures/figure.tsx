import { type FigureName, figures } from './registry'

/** A drawing that the product computes when the page is made; the caption says what it shows and from what. */
export function Figure({ of, caption }: { of: FigureName; caption: string }) {
  const Drawing = figures[of]
  return (
    <figure className="plate" id={`figure-${of}`}>
      <Drawing />
      <figcaption className="plate-caption">{caption}</figcaption>
    </figure>
  )
}
