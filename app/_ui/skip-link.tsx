/** The first stop of the Tab key: past the header, to the page. */
export function SkipLink() {
  return (
    <a
      href="#main"
      className="sr-only focus:not-sr-only focus:absolute focus:top-3 focus:left-3 focus:z-10 focus:rounded-md focus:bg-signal focus:px-4 focus:py-3 focus:font-semibold focus:text-on-signal"
    >
      Skip to the page
    </a>
  )
}
