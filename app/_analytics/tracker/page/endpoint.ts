const address = (document.currentScript as HTMLScriptElement).src

/**
 * Where batches go, with the site's key: beside the script, so that changing the host in the page is enough.
 * The key is in the script's address: `/t.js?k=KEY`, or `/KEY.2.js` for the library in one file.
 */
export const endpoint = WHOLE
  ? address.replace(/([^/]*)\.\d\.js.*/, 'c?_k=$1')
  : address.replace(/[^/]*[?&]k=/, 'c?_k=')
