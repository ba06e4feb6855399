import { writeFileSync } from 'node:fs'
import { demoFigures } from './demo-figures'

/** `npm run figures`: writes what the demo's figures are drawn from. */
writeFileSync('content/figures/demo.json', `${JSON.stringify(demoFigures(), null, 1)}\n`)
