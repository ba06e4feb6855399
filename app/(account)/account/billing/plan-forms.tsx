'use client'

import { useActionState } from 'react'
import { Button } from '@/_ui/button'
import { Notice } from '@/_ui/notice'
import { manage, type Pressed, subscribe } from './actions'

export type Offer = { key: string; name: string; about: string; price: string; size: string }

const Problem = ({ problem }: Pressed) =>
  problem ? (
    <Notice title="Nothing was changed" kind="bad">
      {problem}
    </Notice>
  ) : null

/** Chooses a plan and goes on to Stripe's page, which takes the card. */
export function ChoosePlan({ account, offers }: { account: string; offers: Offer[] }) {
  const [state, act, busy] = useActionState(subscribe, {})
  return (
    <form action={act} className="space-y-5">
      <Problem {...state} />
      <input type="hidden" name="account" value={account} />
      <fieldset>
        <legend className="mb-2 font-semibold">Choose a plan</legend>
        <div className="border-t border-rule">
          {offers.map(({ key, name, about, price, size }, at) => (
            <label
              key={key}
              className="flex min-h-11 cursor-pointer flex-wrap items-baseline gap-x-3 border-b border-rule py-3 hover:bg-shade"
            >
              <input type="radio" name="plan" value={key} defaultChecked={at === 0} required />
              <span className="font-semibold">{name}</span>
              <span className="figures">{price} a month</span>
              <span className="w-full pl-6 text-[0.9375rem] text-soft">
                {about}: {size}
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <Button disabled={busy}>{busy ? 'Opening Stripe …' : 'Go to Stripe and pay'}</Button>
    </form>
  )
}

/** Goes to Stripe's page about what is paid already. */
export function ManagePlan({ account, text }: { account: string; text: string }) {
  const [state, act, busy] = useActionState(manage, {})
  return (
    <form action={act} className="space-y-4">
      <Problem {...state} />
      <input type="hidden" name="account" value={account} />
      <Button disabled={busy}>{busy ? 'Opening Stripe …' : text}</Button>
    </form>
  )
}
