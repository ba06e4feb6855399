/** What can be asked, in the order of the form: its name, what is done, and what the closing answer is called. */
export const requestKinds = {
  access: {
    name: 'See what is held about me',
    about: 'You get one archive of everything that is held under your address, and which policy governs it.',
  },
  correction: {
    name: 'Correct something',
    about: 'Say what is wrong and what is right.',
  },
  erasure: {
    name: 'Erase what is held about me',
    about: 'Everything under your address is erased, once two of our people have looked at the request.',
  },
  objection: {
    name: 'Stop collecting about me',
    about: 'Visits that carry your address as a name are refused from then on. What is stored stays.',
  },
  transfer: {
    name: 'Keep my data from a provider',
    about: 'Nothing of yours goes to the providers that you tick.',
  },
  child: {
    name: 'Erase the data of a child under 13',
    about: 'Give the address that the child used. We erase what is held under it, and ask for nothing more.',
  },
  complaint: {
    name: 'Complain',
    about: 'About how your data or an earlier request was handled.',
  },
} as const

export type RequestKind = keyof typeof requestKinds

export const kindNames = Object.keys(requestKinds) as RequestKind[]

/** The kinds that end in an erasure. */
export const isErasure = (kind: string): boolean => kind === 'erasure' || kind === 'child'
