import Link from 'next/link'
import { selfHost } from '@/_ui/nav'
import { Part } from './part'

export function RunIt() {
  return (
    <Part
      id="run"
      title="Run it yourself"
      lead="Self-hosting costs nothing and asks nobody. It needs Node 20 and no other service: no database server, no queue, no account with us."
    >
      <pre className="whitespace-pre-wrap rounded-md border border-rule bg-shade p-5 font-mono text-[0.9375rem] leading-relaxed">
        <code>
          <span className="text-soft"># installs, builds and serves on http://localhost:3000</span>
          {'\n'}npm start{'\n\n'}
          <span className="text-soft"># checks it, in a real browser</span>
          {'\n'}npm test
        </code>
      </pre>
      <p className="mt-4 max-w-[58ch] text-soft">
        The first start ends by printing the address, a sign-in and ninety days of made-up visits to look at.
        Start it with <code className="font-mono text-[0.9em] text-ink">DEMO=off</code> and it holds nothing
        but yours.{' '}
        <Link href={selfHost.href} className="link">
          All there is to set
        </Link>
      </p>
    </Part>
  )
}
