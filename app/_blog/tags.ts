/** The blog's subjects. A key here is what a post's front matter names and what its address ends in. */
export const tags = {
  privacy: { name: 'Privacy', about: 'Cookies, refusals, erasure, and what is not collected.' },
  reports: { name: 'Reports', about: 'How funnels, cohorts, metrics and tests are counted.' },
  identity: { name: 'Identity', about: 'Visitors, people, merges, and the limits of knowing.' },
  engineering: { name: 'Engineering', about: 'How the service is built and what was measured.' },
  practice: { name: 'Practice', about: 'What to measure, what to leave alone, and how to read it.' },
} as const

export type TagKey = keyof typeof tags

export const isTag = (text: string): text is TagKey => Object.hasOwn(tags, text)
