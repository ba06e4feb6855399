/**
 * The readable words of MDX, for search and for reading time: no code blocks, tags, link targets or marks.
 */
export function plainText(source: string): string {
  return source
    .replace(/^(```|~~~)[\s\S]*?^\1\s*$/gm, ' ')
    .replace(/<[A-Za-z/][^>]*>/g, ' ')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\[\^[^\]]+\]:/gm, ' ')
    .replace(/\[\^[^\]]+\]/g, '')
    .replace(/^[ \t]*(?:#+|>|[-*]|\d+\.)\s+/gm, '')
    .replace(/^\|?[\s:|-]+\|[\s:|-]*$/gm, ' ')
    .replace(/[*_`|]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Minutes a reader needs at 220 words a minute, at least 1. */
export function readingMinutes(source: string): number {
  const words = plainText(source).split(' ').filter(Boolean).length
  return Math.max(1, Math.round(words / 220))
}
