import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Prepared } from './prepare'
import { runNode } from './processes'

export type Data = Prepared & {
  dir: string
  /** Whether it is of an earlier run. */
  kept: boolean
}

/** On the disk of the checkout rather than in a temporary folder, which may be memory. */
const root = 'e2e/.results/bench'

/**
 * A data folder whose demo has about `events` hits.
 * @param keep uses the one of an earlier run, if there is one
 */
export async function dataFolder(name: string, events: number, keep = false): Promise<Data> {
  const dir = join(root, name)
  const noted = join(root, `${name}.json`)
  if (keep && existsSync(noted))
    return { ...(JSON.parse(readFileSync(noted, 'utf8')) as Prepared), dir, kept: true }
  rmSync(dir, { recursive: true, force: true })
  rmSync(noted, { force: true })
  mkdirSync(dir, { recursive: true })
  const line = await runNode(['--import', 'tsx', 'e2e/bench/prepare.ts', `${events}`], { DATA_DIR: dir })
  if (keep) writeFileSync(noted, line)
  return { ...(JSON.parse(line) as Prepared), dir, kept: false }
}

export const dropFolder = ({ dir }: Data): void => rmSync(dir, { recursive: true, force: true })
