import type { Hit } from '../hit'
import type { Random } from './random'

/**
 * What happens to hits on their way: a few are sent twice by something that gives them no insert id, a few arrive
 * minutes or hours late. Both keep the second at which they happened.
 */
export const noisy =
  (random: Random, send: (hit: Hit) => void) =>
  (hit: Hit): void => {
    const luck = random.next()
    if (luck < 0.002) {
      delete hit._i
      send({ ...hit, _r: hit._r + 500 + random.below(4000) })
    } else if (luck < 0.004) hit._r += Math.floor(random.wait(3 * 3600_000))
    send(hit)
  }
