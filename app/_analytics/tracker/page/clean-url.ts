/**
 * An address as it may leave the page: without its fragment (a `#/route` stays), without query parameters whose
 * name looks like a token's or whose value looks like an email or a JSON web token, and without emails in the
 * path. Any other text is left as it is.
 */
export const cleanUrl = (text: string): string =>
  /^\w+:\/\//.test(text)
    ? text
        .replace(
          /#(?![/!]).*|[?&][^=&#]*(token|secret|pass|mail|sess|(key|auth|code|sig|signature|state|sid|otp|jwt|pwd|hash)=)[^&#]*|[/?&][^/?&#]+(@|%40|=eyJ)[^/?&#]*/gi,
          '',
        )
        .replace(/^([^?#]*?)&/, '$1?')
    : text
