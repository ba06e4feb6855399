import type { BrowserState } from '@/_privacy/browser-state'
import { Button } from '@/_ui/button'

function statement(state: BrowserState): { title: string; text: string } {
  if (state.optedOut)
    return {
      title: 'This browser is opted out.',
      text: 'Where our cookie reaches us, nothing it does is recorded, and no identifier is set.',
    }
  if (state.gpc)
    return {
      title: 'This browser is not recorded.',
      text: 'It sends Global Privacy Control, which we honour on every site. Opting out as well changes nothing as long as it does.',
    }
  if (state.optedOutHere)
    return {
      title: 'This browser is opted out of this site.',
      text: 'That is this site’s own opt-out. The one below is for every site that uses us.',
    }
  return {
    title: 'This browser is not opted out.',
    text: 'Visits to this site are recorded: pages, times, the page that led here, browser, system and a shortened address.',
  }
}

/** What this browser's state is now, and the one thing to press. A plain form: it needs no script. */
export function StatePanel({ state }: { state: BrowserState }) {
  const { title, text } = statement(state)
  return (
    <section aria-labelledby="state" className="rounded-md border border-edge bg-sheet p-5 sm:p-7">
      <p className="eyebrow">This browser, now</p>
      <h2 id="state" className="mt-2 text-[1.75rem] sm:text-[2rem]">
        {title}
      </h2>
      <p className="mt-2 max-w-[56ch]">{text}</p>
      <form method="post" action="/user-privacy/choice" className="mt-5 flex flex-wrap gap-3">
        {!state.optedOut && (
          <Button name="choice" value="out">
            Opt this browser out
          </Button>
        )}
        {(state.optedOut || state.optedOutHere) && (
          <Button name="choice" value="in" look="quiet">
            Opt this browser in again
          </Button>
        )}
      </form>
    </section>
  )
}
