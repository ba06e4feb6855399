import { Part } from './part'

const steps = [
  [
    'The page tells',
    'A script of about two kilobytes notes the page, where the visit came from, and whatever you ask it to. Without script a one-pixel image counts the view. Tokens and email addresses are cut out of URLs before those leave the page.',
  ],
  [
    'The verdict falls',
    'Opted out here, opted out on that site, Global Privacy Control, Do Not Track where the site honours it: one function decides for every door. A refused hit is counted by day and reason, with nothing about who.',
  ],
  [
    'It is written down',
    'The address is cut to its network, the hit is put on disk, and only then is the sender answered. Pull the plug a moment later: whatever was acknowledged is still there.',
  ],
  [
    'It becomes columns',
    'Each event’s times, people and properties are laid out as plain arrays of numbers in the site’s one file. A month of days out of ten million events is read in less than a twentieth of a second.',
  ],
] as const

export function HowMeasured() {
  return (
    <Part
      id="measured"
      title="How a visit is counted"
      lead="Four steps, in this order. There is no fifth: nothing is passed on to anyone."
    >
      <ol className="grid gap-x-10 gap-y-9 sm:grid-cols-2">
        {steps.map(([title, text], at) => (
          <li key={title} className="grid grid-cols-[2rem_minmax(0,1fr)]">
            <span aria-hidden="true" className="figures font-display text-[1.375rem] leading-tight text-soft">
              {at + 1}
            </span>
            <div>
              <h3 className="text-[1.375rem]">{title}</h3>
              <p className="mt-2 max-w-[44ch]">{text}</p>
            </div>
          </li>
        ))}
      </ol>
    </Part>
  )
}
