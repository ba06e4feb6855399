import { MdxBody } from '@/_blog/mdx-body'
import { Prose } from '@/_ui/prose'
import { CookieList } from './cookie-list'
import { DisclosureCounts } from './disclosure-counts'
import type { LegalVersion } from './legal'
import { ProviderList } from './provider-list'

/** Parts of a legal text that are made from the running system. */
const made = { Providers: ProviderList, Cookies: CookieList, Disclosures: DisclosureCounts }

/** The words of a version. */
export const LegalBody = ({ version }: { version: LegalVersion }) => (
  <Prose>
    <MdxBody code={version.code} components={made} />
  </Prose>
)
