import { KM } from './library'

/** 28 characters of base64 from 20 random bytes: nothing about the browser goes into it. */
export const randomId = (): string => btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(20))))

/** A random id kept in the cookie `km_NAME`, made on first use; nothing where no cookie can be kept. */
export function keptId(name: string): string | undefined {
  if (!KM.gc(name)) KM.sc(name, randomId())
  return KM.gc(name)
}
