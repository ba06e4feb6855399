import Link from 'next/link'
import { Part } from './part'

const promises = [
  [
    'K2',
    'Nobody is recognised by anything but a first-party cookie: no cache, no ETag, no local storage, no fingerprint.',
  ],
  ['K4', 'Refuse cookies and your visit is still counted, but nobody can tell you from a newcomer.'],
  ['P4', 'A browser that sends Global Privacy Control is not recorded. Not anywhere, not for anyone.'],
  [
    'P6',
    'One press on our page opts a browser out of every site we count. Where the browser keeps our cookie from travelling, the page says so.',
  ],
  ['U4', 'What a site sends is shown to that site’s own people. For anyone else it does not exist.'],
  ['U5', 'Nobody is followed from one client’s site to another’s. The two files share nothing about them.'],
  [
    'C5',
    'This site gets no special treatment: it is counted by the same tracker and read in the same reports as any other.',
  ],
] as const

export function Promises() {
  return (
    <Part
      id="promises"
      title="What it promises"
      lead={
        <>
          Seven of the numbered sentences that the{' '}
          <Link href="/privacy" className="link">
            privacy policy
          </Link>{' '}
          is made of. Press a number to read it in full.
        </>
      }
    >
      <ul>
        {promises.map(([id, sentence]) => (
          <li key={id} className="flex gap-5 border-b border-rule py-4 first:pt-0 sm:gap-8">
            <Link
              href={`/privacy#promise-${id}`}
              aria-label={`Promise ${id}`}
              className="link figures mt-0.5 shrink-0 basis-8 self-start py-0.5 font-semibold"
            >
              {id}
            </Link>
            <p className="max-w-[58ch] font-display text-[1.25rem] leading-snug sm:text-[1.375rem]">
              {sentence}
            </p>
          </li>
        ))}
      </ul>
    </Part>
  )
}
