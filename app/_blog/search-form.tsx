import { Button } from '@/_ui/button'

/** A plain form whose answer is a page, so that it works without script; /search.js answers while one types. */
export function SearchForm({ action, label, query = '' }: { action: string; label: string; query?: string }) {
  return (
    <search>
      <form action={action} data-search className="flex max-w-[28rem] gap-2">
        <input
          type="search"
          name="q"
          defaultValue={query}
          aria-label={label}
          maxLength={100}
          className="min-h-11 w-full min-w-0 rounded-md border border-edge bg-sheet px-3 hover:border-signal"
        />
        <Button look="quiet">Search</Button>
      </form>
      <script defer src="/search.js" />
    </search>
  )
}
