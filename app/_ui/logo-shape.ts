/** The mark: a printer's fist, the hand that points a reader to the line that matters. In a box of 32 by 32. */
export const hand = {
  cuff: 'M2 10.4a1 1 0 0 1 1-1h3.2a1 1 0 0 1 1 1v16.2a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1z',
  fist: 'M8.8 10.6 14.6 5.4a2 2 0 0 1 2.9.2 2 2 0 0 1-.2 2.8L15.2 10.4H27.9a2.3 2.3 0 0 1 0 4.6H17.2v.9h3.9a2.05 2.05 0 0 1 0 4.1H17.2v.8h2.9a1.9 1.9 0 0 1 0 3.8H17.2v.7h1.4a1.65 1.65 0 0 1 0 3.3H12.4a3.6 3.6 0 0 1-3.6-3.6z',
} as const
