/** 28 characters of base64 from 20 random bytes: nothing about the browser goes into it. */
export const randomId = (): string => btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(20))))
