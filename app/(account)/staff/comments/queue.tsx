'use client'

import { useActionState, useEffect, useRef } from 'react'
import type { List, Moderated } from '@/_blog/comments/moderation.data'
import { Button } from '@/_ui/button'
import { Notice } from '@/_ui/notice'
import { type Decided, decideComments } from './actions'
import { Row } from './row'

/** What a key does to the comment that has the focus. */
const keys: Record<string, string> = { a: 'approve', s: 'spam', d: 'delete' }

/** The comments of a list, each with its buttons, all in one form: it works without script, and by keys with it. */
export function Queue({ list, rows }: { list: List; rows: Moderated[] }) {
  const [said, act, busy] = useActionState<Decided, FormData>(decideComments, { message: '' })
  const form = useRef<HTMLFormElement>(null)

  useEffect(() => {
    function press(event: KeyboardEvent) {
      const from = event.target as HTMLElement
      if (event.metaKey || event.ctrlKey || event.altKey) return
      if (
        /^(TEXTAREA|SELECT)$/.test(from.tagName) ||
        (from instanceof HTMLInputElement && from.type !== 'checkbox')
      )
        return
      const items = [...(form.current?.querySelectorAll<HTMLElement>('[data-comment]') ?? [])]
      const at = items.findIndex(item => item.contains(document.activeElement))
      const step = event.key === 'j' ? 1 : event.key === 'k' ? -1 : 0
      if (step !== 0) {
        const next = items[Math.max(0, Math.min(items.length - 1, at + step))]
        next?.focus()
        next?.scrollIntoView({ block: 'nearest' })
      } else if (at >= 0 && event.key === 'x') items[at]!.querySelector<HTMLInputElement>('input')?.click()
      else if (at >= 0 && keys[event.key])
        items[at]!.querySelector<HTMLButtonElement>(`[value$=":${keys[event.key]}"]`)?.click()
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])

  return (
    <form ref={form} action={act} aria-busy={busy}>
      <div className="mt-4 min-h-12" aria-live="polite">
        {said.message && <Notice kind={said.bad ? 'bad' : 'good'}>{said.message}</Notice>}
      </div>
      <ol>
        {rows.map(row => (
          <Row key={row.id} row={row} list={list} />
        ))}
      </ol>
      <fieldset className="sticky bottom-0 flex flex-wrap items-center gap-3 border-t border-ink bg-paper py-3">
        <legend className="sr-only">All that are ticked</legend>
        <span className="text-[0.9375rem] text-soft">Ticked:</span>
        {list !== 'approved' && list !== 'reported' && (
          <Button small look="quiet" name="do" value="all:approve">
            Approve
          </Button>
        )}
        {list === 'reported' && (
          <Button small look="quiet" name="do" value="all:keep">
            Drop reports
          </Button>
        )}
        {list !== 'spam' && (
          <Button small look="quiet" name="do" value="all:spam">
            Spam
          </Button>
        )}
        <Button small look="quiet" name="do" value="all:delete">
          Delete
        </Button>
      </fieldset>
    </form>
  )
}
