/** The site's settings, put into the script by the server. */
export const config = FIRSTHAND_CONFIG
