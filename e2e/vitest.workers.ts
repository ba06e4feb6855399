import { bundle } from '../app/_setup/bundle.mjs'

/** Bundles the worker threads into `.build/`, where `startWorker` finds them, before the first test runs. */
export default async function setup(): Promise<void> {
  await bundle()
}
