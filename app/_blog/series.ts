/** Posts that are best read in order. A key here is what a post's front matter names. */
export const series = {
  'how-it-counts': {
    title: 'How it counts',
    about: 'What a number in a report means, from the hit to the figure.',
  },
} as const

export type SeriesKey = keyof typeof series
