/** A name as it is shown where nobody gave it another: `shirt_color` is "Shirt color" (kissmetrics.md, 1.4). */
export function displayName(name: string): string {
  const words = name.replaceAll('_', ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
