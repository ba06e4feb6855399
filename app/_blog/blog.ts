/** The blog's own words. */
export const blog = {
  title: 'Measuring without spying',
  description:
    'How numbers are counted, what they can carry, and what is better left alone. Every post has a figure that the product drew.',
} as const
