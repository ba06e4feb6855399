import { NavLinks } from '@/_ui/nav-links'
import { areasByGroup } from './areas'

const item =
  'block border-l-2 border-transparent py-1.5 pl-3 text-ink hover:text-signal aria-[current]:border-signal aria-[current]:font-semibold'

const Groups = () =>
  areasByGroup().map(({ group, areas }) => (
    <div key={group}>
      <h2 className="eyebrow mb-1">{group}</h2>
      <ul>
        <NavLinks links={areas} className={item} />
      </ul>
    </div>
  ))

/** The way to every staff page: beside the page, or folded above it where there is no room. */
export function StaffNav() {
  return (
    <>
      <nav aria-label="Staff" className="space-y-6 pt-14 text-[0.9375rem] max-lg:hidden">
        <Groups />
      </nav>
      <details className="mt-4 rounded-md border border-rule bg-sheet px-4 lg:hidden">
        <summary className="py-2.5 font-semibold">Staff pages</summary>
        <nav aria-label="Staff" className="grid gap-x-8 gap-y-5 pb-4 sm:grid-cols-2">
          <Groups />
        </nav>
      </details>
    </>
  )
}
