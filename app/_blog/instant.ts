/** A date of front matter as Unix milliseconds, UTC; a day without a time means 08:00 UTC of it. */
export const instantOf = (text: string): number => Date.parse(text.length === 10 ? `${text}T08:00:00Z` : text)
