import { allDocs, type Doc } from 'content-collections'

export type { Doc }

export const docSections = ['Start', 'Send data', 'Understand', 'Operate'] as const

/** Every page of the documentation in reading order. */
export const docsInOrder: Doc[] = docSections.flatMap(section =>
  allDocs.filter(doc => doc.section === section).sort((a, b) => a.order - b.order),
)

export const findDoc = (slug: string): Doc | undefined => docsInOrder.find(doc => doc.slug === slug)
