/**
 * What makes this deployment somebody's own: name, words, addresses, colours. After a change run
 * `npm run brand`, which writes the colours' style sheet and the icons from it.
 */
export const brand = {
  name: 'Firsthand',
  tagline: 'Analytics that keeps its word',
  description:
    'First-party web analytics on your own machine, under a privacy policy whose every promise is a test you can run.',
  operator: {
    name: 'Firsthand',
    street: '12 Quire Lane',
    city: 'Portland, OR 97205',
    country: 'United States',
  },
  mail: {
    hello: 'hello@firsthand.example',
    privacy: 'privacy@firsthand.example',
    security: 'security@firsthand.example',
  },
} as const

/** [light, dark]. Text colours reach 4.5:1 on paper and on sheet; a test keeps it so. */
export const colours = {
  /** The page. */
  paper: ['#faf6ee', '#171512'],
  /** What lies on the page: panels, fields, tables. */
  sheet: ['#fffdf8', '#201d19'],
  /** A shade under the paper: the footer, code, a row under the pointer. */
  shade: ['#f1eadd', '#100e0c'],
  ink: ['#1d1a16', '#eee8dc'],
  /** Secondary text. */
  soft: ['#625a4e', '#aea493'],
  rule: ['#dcd2c1', '#3a352d'],
  /** Outlines of fields and buttons: 3:1 on paper. */
  edge: ['#8c8273', '#7b7264'],
  /** What can be pressed. */
  signal: ['#b4371a', '#f08f6c'],
  'signal-deep': ['#8c2810', '#f7b196'],
  'on-signal': ['#fffdf8', '#24100a'],
  /** What was counted. */
  data: ['#1d4f7c', '#86b9e6'],
  'data-wash': ['#dbe6ef', '#1d3245'],
  /** What it is compared with. */
  'data-quiet': ['#8b8a86', '#84827c'],
  good: ['#2c6540', '#8cc79f'],
  bad: ['#9b1c1c', '#f5a09a'],
  'bad-wash': ['#f9e6e1', '#3b1d1a'],
} as const satisfies Record<string, readonly [light: string, dark: string]>
