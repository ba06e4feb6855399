import { readFileSync } from 'node:fs'

/** The names that `.env.example` documents, set there or commented out. */
export const documentedVariables = (file = '.env.example') =>
  [...readFileSync(file, 'utf8').matchAll(/^#? ?([A-Z][A-Z0-9_]*)=/gm)].map(([, name = '']) => name)
