import {
  ibanLength,
  isBrazilianId,
  isCard,
  isFrenchId,
  isIban,
  isSocialSecurity,
  isSpanishId,
  luhn,
} from './checksums'

const mark = '[redacted]'
/** None of the numbers that are looked for has fewer. */
const fewestDigits = 6

type Detector = { pattern: RegExp; isOne: (bare: string) => boolean }

/** National numbers in the forms in which people write them; with a check wherever the number has one. */
const detectors: Detector[] = [
  { pattern: /(?<![\dA-Z-])\d{3}([- ])\d{2}\1\d{4}(?![\dA-Z-])/gi, isOne: isSocialSecurity },
  {
    // British national insurance number: a fixed form without a check digit.
    pattern:
      /(?<![\dA-Z])(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d\d ?\d\d ?\d\d ?[A-D](?![\dA-Z])/gi,
    isOne: () => true,
  },
  { pattern: /(?<![\dA-Z])[XYZ\d]\d{7}[- ]?[A-Z](?![\dA-Z])/gi, isOne: isSpanishId },
  {
    // Italian codice fiscale: sixteen places, each of a fixed kind.
    pattern: /(?<![\dA-Z])[A-Z]{6}\d\d[A-EHLMPRST]\d\d[A-Z]\d{3}[A-Z](?![\dA-Z])/gi,
    isOne: () => true,
  },
  {
    pattern:
      /(?<![\dA-Z])[12] ?\d\d ?(?:0[1-9]|1[0-2]|[2-4]\d) ?(?:\d\d|2[AB]) ?\d{3} ?\d{3} ?\d\d(?![\dA-Z])/gi,
    isOne: isFrenchId,
  },
  { pattern: /(?<![\dA-Z])\d{3}\.\d{3}\.\d{3}-\d\d(?![\dA-Z])/gi, isOne: isBrazilianId },
  { pattern: /(?<![\dA-Z-])\d{3}([- ])\d{3}\1\d{3}(?![\dA-Z-])/gi, isOne: luhn },
]

/** A text with every payment card and national number in it replaced; the same text when there is none. */
export function redactSensitive(text: string): string {
  if (!hasDigits(text)) return text
  let clean = redactCards(redactIbans(text))
  for (const { pattern, isOne } of detectors)
    clean = clean.replace(pattern, found => (isOne(bare(found)) ? mark : found))
  return clean
}

export const hasSensitive = (text: string): boolean => redactSensitive(text) !== text

const bare = (text: string) => text.replace(/[^\dA-Za-z]/g, '').toUpperCase()

function hasDigits(text: string): boolean {
  let digits = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code > 47 && code < 58 && ++digits === fewestDigits) return true
  }
  return false
}

/** A number in one piece, or in groups parted by one blank, dot or dash, as cards are printed. */
const digitRun = /(?<![\dA-Za-z])\d{3,19}(?:[ .-]\d{2,7}){0,8}(?![\dA-Za-z])/g

const redactCards = (text: string) =>
  text.replace(digitRun, run => {
    const groups = run.split(/([ .-])/)
    if (run.length < 13) return run
    // Groups are at the even places, what parts them at the odd ones.
    for (let from = 0; from < groups.length; from += 2) {
      let digits = ''
      for (let to = from; to < groups.length && digits.length < 19; to += 2) {
        digits += groups[to]
        if (digits.length < 13 || !isCard(digits)) continue
        groups.splice(from, to - from + 1, mark)
        break
      }
    }
    return groups.join('')
  })

/** Whether a payment card's number stands in a text, in one piece or in groups. */
export const hasCard = (text: string): boolean => redactCards(text) !== text

const ibanStart = /(?<![\dA-Za-z])[A-Za-z]{2}\d{2}/g

function redactIbans(text: string): string {
  let clean = ''
  let kept = 0
  for (const { index } of text.matchAll(ibanStart)) {
    if (index < kept) continue
    const length = ibanLength(text.slice(index, index + 2).toUpperCase())
    const end = length ? afterLetters(text, index, length) : 0
    if (!end || !isIban(bare(text.slice(index, end)))) continue
    clean += text.slice(kept, index) + mark
    kept = end
  }
  return clean + text.slice(kept)
}

/** Where `count` letters and digits end that are parted by single blanks at most; 0 when there are fewer. */
function afterLetters(text: string, from: number, count: number): number {
  let at = from
  for (let seen = 0; seen < count; at++) {
    if (isAlphanumeric(text, at)) seen++
    else if (text[at] !== ' ' || text[at - 1] === ' ') return 0
  }
  return isAlphanumeric(text, at) ? 0 : at
}

function isAlphanumeric(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  const letter = code | 32
  return (code > 47 && code < 58) || (letter > 96 && letter < 123)
}
