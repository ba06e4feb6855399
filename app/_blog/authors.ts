/** Who signs posts. A key here is what a post's front matter names. */
export const authors = {
  desk: { name: 'The Firsthand desk', about: 'Notes by the people who build and run Firsthand.' },
} as const

export type AuthorKey = keyof typeof authors
