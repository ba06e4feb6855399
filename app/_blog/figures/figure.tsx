import { type FigureName, figures } from './registry'

/** A drawing computed by the product when the page is made, with what it shows said below it. */
export function Figure({ of, caption }: { of: FigureName; caption: string }) {
  const Drawing = figures[of]
  return (
    <figure className="figure" id={`figure-${of}`}>
      <Drawing />
      <figcaption>{caption}</figcaption>
    </figure>
  )
}
