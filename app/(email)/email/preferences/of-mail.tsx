import type { readMailSettings } from '@/_audience/preferences.data'
import { wordings } from '@/_audience/wordings'
import { Button } from '@/_ui/button'
import { PageHead } from '@/_ui/page-head'

type OfMail = Awaited<ReturnType<typeof readMailSettings>>

/** What a link in a mail opens: it may have been passed on, so it ends mail and no more. */
export function OfMailSettings({ token, address, what, unsubscribe, stopAll }: OfMail & { token: string }) {
  return (
    <div className="shell pb-20">
      <PageHead title="Mail settings">
        {address
          ? `For ${address}. Mail is passed on, so this page ends mail and shows nothing else. The link to everything goes to the address itself.`
          : 'We hold nothing about this address any more.'}
      </PageHead>
      <div className="flex max-w-[46rem] flex-wrap gap-3">
        {address && (
          <form method="post" action="/email/preferences/send">
            <input type="hidden" name="token" value={token} />
            <Button>Send the link to all settings</Button>
          </form>
        )}
        <form method="post" action="/email/unsubscribe/press">
          <input type="hidden" name="token" value={unsubscribe} />
          <Button look="quiet">
            {wordings.unsubscribe}: {what}
          </Button>
        </form>
        <form method="post" action="/email/unsubscribe/press">
          <input type="hidden" name="token" value={stopAll} />
          <Button look="quiet">Stop all mail</Button>
        </form>
      </div>
    </div>
  )
}
