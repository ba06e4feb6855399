import { disclosureCounts } from './disclosures.data'

const number = new Intl.NumberFormat('en')

/** How often data was disclosed to an authority, counted from the audit log (promise D4). */
export async function DisclosureCounts() {
  const { total, years } = await disclosureCounts()
  return (
    <>
      <p>
        Disclosures since this deployment began: <strong>{number.format(total)}</strong>.
      </p>
      {years.length > 0 && (
        <ul>
          {years.map(({ year, count }) => (
            <li key={year}>
              {year}: {number.format(count)}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
