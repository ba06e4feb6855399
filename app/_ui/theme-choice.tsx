const choices = [
  ['auto', 'As my device'],
  ['light', 'Light'],
  ['dark', 'Dark'],
] as const

/** Sets the theme cookie by a plain form; the answer sends the reader back to where they were. */
export function ThemeChoice() {
  return (
    <form method="post" action="/preferences">
      <fieldset>
        <legend className="eyebrow mb-2">Paper</legend>
        <div className="flex flex-wrap gap-2">
          {choices.map(([theme, text]) => (
            <button
              key={theme}
              type="submit"
              name="theme"
              value={theme}
              className="min-h-9 cursor-pointer rounded-md border border-edge bg-sheet px-3 text-sm text-signal hover:border-signal hover:text-signal-deep"
            >
              {text}
            </button>
          ))}
        </div>
      </fieldset>
    </form>
  )
}
