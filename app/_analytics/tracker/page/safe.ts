/** The same function, which answers undefined where it would have thrown: nothing of ours may break a page. */
export const safe =
  <Given extends unknown[], Result>(fn: (...given: Given) => Result) =>
  (...given: Given): Result | undefined => {
    try {
      return fn(...given)
    } catch {}
  }
