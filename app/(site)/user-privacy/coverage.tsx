import type { CookieJars } from '@/_privacy/cookie-jars'
import { Prose } from '@/_ui/prose'
import { brand } from '@/brand'

/** What an opt-out reaches from this browser, what it does not, and what to do there. */
export function Coverage({ jars }: { jars: CookieJars }) {
  return (
    <Prose serif={false}>
      <h2 id="covers">What it covers</h2>
      <ul>
        <li>
          This site, and everything on it: pages, forms, the invisible image for browsers without script.
        </li>
        {jars.jars !== 'apart' && (
          <li>
            <Elsewhere {...jars} />
          </li>
        )}
      </ul>
      <h2 id="not">What it does not cover</h2>
      <ul>
        {jars.jars === 'apart' && (
          <li>
            <Elsewhere {...jars} />
          </li>
        )}
        <li>Other browsers, profiles and devices. Each is opted out by itself.</li>
        <li>
          What a site’s own server reports to {brand.name}, such as a paid order: no browser takes part. Ask
          that site.
        </li>
        <li>
          What was recorded before. What is held of this browser on this site is{' '}
          <a href="#held">shown and erased above</a>; for other sites ask those sites, or write to{' '}
          <a href={`mailto:${brand.mail.privacy}`}>{brand.mail.privacy}</a>.
        </li>
        <li>The time after cookies are cleared: the opt-out is a cookie and goes with them.</li>
      </ul>
      <h2 id="instead">What works instead</h2>
      <p>Where this browser does not keep our cookie, or does not send it along from other sites:</p>
      <ul>
        <li>
          <strong>Global Privacy Control</strong> needs no cookie and reaches every site. Firefox has it in
          its privacy settings, Brave and DuckDuckGo send it from the start, Chrome and Edge send it with an
          extension (<a href="https://globalprivacycontrol.org/#download">list</a>).
        </li>
        <li>
          <strong>A site’s own opt-out.</strong> Our tracker has one, kept by that site as its own cookie, so
          separate jars do not hinder it. Look in the site’s privacy notice.
        </li>
        <li>
          <strong>Blocking the script.</strong> A content blocker that stops <code>t.js</code> from this host
          stops the recording that scripts do.
        </li>
      </ul>
    </Prose>
  )
}

function Elsewhere({ browser, jars }: CookieJars) {
  if (jars === 'apart')
    return (
      <>
        <strong>Other sites that use {brand.name}.</strong> This looks like {browser}, which keeps a separate
        cookie jar for every site, so they do not see the cookie that is set here. See{' '}
        <a href="#instead">what works instead</a>.
      </>
    )
  if (jars === 'sent')
    return (
      <>
        <strong>Every other site that uses {brand.name}</strong>, as long as this browser sends our cookie
        along from there. {browser} does, unless third-party cookies are turned off in its settings or this is
        a private window. Then see <a href="#instead">what works instead</a>.
      </>
    )
  return (
    <>
      <strong>Other sites that use {brand.name}</strong>, if this browser sends our cookie along from there.
      We cannot tell from here whether it does. If it does not, see <a href="#instead">what works instead</a>.
    </>
  )
}
