import { isIPv6 } from 'node:net'
import { type CountryResponse, open } from 'maxmind'
import { remember } from './cache'

/** MaxMind's own records, or the flat ones of free databases in the same format. */
type CountryRecord = CountryResponse & { country_code?: string }

/**
 * Opens the country database that the operator supplied, in MaxMind's format.
 * @returns the ISO code of an address's country, or undefined; always undefined without a file
 * @throws Error naming the file, when it can't be read
 */
export async function openCountries(file?: string): Promise<(address: string) => string | undefined> {
  if (!file) return () => undefined
  const database = await open<CountryRecord>(file).catch(error => {
    throw new Error(`GEOIP_FILE ${file} can't be read as a country database: ${error.message}`)
  })
  const knowsV6 = database.metadata.ipVersion === 6
  const lookUp = remember(10_000, address => {
    const record = knowsV6 || !isIPv6(address) ? database.get(address) : undefined
    return record?.country?.iso_code ?? record?.country_code ?? ''
  })
  return address => lookUp(address) || undefined
}
