/** What a reader can say is wrong with a comment. */
export const reportReasons = {
  spam: 'It is advertising',
  abuse: 'It insults or threatens somebody',
  private: 'It shows what is private',
  other: 'Something else',
} as const

export const isReportReason = (text: unknown): text is keyof typeof reportReasons =>
  typeof text === 'string' && Object.hasOwn(reportReasons, text)
