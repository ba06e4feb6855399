import { type CountryResponse, open } from 'maxmind'
import { remember } from './cache'

/**
 * Opens the country database that the operator supplied, in MaxMind's format.
 * @returns the ISO code of an address's country, or undefined; always undefined without a file
 * @throws Error naming the file, when it can't be read
 */
export async function openCountries(file?: string): Promise<(address: string) => string | undefined> {
  if (!file) return () => undefined
  const database = await open<CountryResponse>(file).catch(error => {
    throw new Error(`GEOIP_FILE ${file} can't be read as a country database: ${error.message}`)
  })
  const lookUp = remember(10_000, address => database.get(address)?.country?.iso_code ?? '')
  return address => lookUp(address) || undefined
}
