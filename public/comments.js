// The conversation under a post, with script: sending without leaving the page, answering in place, and showing
// this browser what it sent a moment ago. Without it the same forms and links are pages of their own.
;(() => {
  const section = document.querySelector('[data-post]')
  const form = document.getElementById('comment-form')
  if (!section || !form) return
  const list = document.getElementById('comment-list')
  const home = document.getElementById('comment-home')
  const post = section.dataset.post
  const remembered = `comments:${post}`
  const button = form.querySelector('button')
  const sendText = button.textContent

  const make = (name, props, ...children) => {
    const element = Object.assign(document.createElement(name), props)
    element.append(...children)
    return element
  }

  /** One of this browser's own comments. `html` was made by the server from the safe subset. */
  function show(comment) {
    document.getElementById(comment.id)?.remove()
    const text = make('div', { className: 'comment-text mt-2', innerHTML: comment.html })
    const change = make('a', {
      className: 'link',
      href: `/comments/own?id=${comment.id}`,
      textContent: 'Change or remove it',
    })
    const state = comment.waiting ? 'Only you see it until one of us has read it. ' : ''
    const item = make(
      'li',
      {
        id: comment.id,
        className: `comment comment-waiting${comment.parentId ? ' comment-reply' : ''}`,
        tabIndex: -1,
      },
      make('p', {}, make('strong', { className: 'font-semibold', textContent: comment.name })),
      text,
      make('p', { className: 'mt-2 text-[0.9375rem] text-soft' }, state, change),
    )
    const thread = comment.parentId && document.getElementById(comment.parentId)?.querySelector('ol')
    ;(thread || list).append(item)
    return item
  }

  function complain(errors) {
    for (const old of form.querySelectorAll('[data-said]')) old.remove()
    for (const field of form.querySelectorAll('[aria-invalid]')) field.removeAttribute('aria-invalid')
    const box = form.querySelector('[data-errors]')
    box.replaceChildren()
    if (errors.length === 0) return
    const lines = errors.map(({ field, message }) => {
      const control = document.getElementById(`comment-${field}`)
      if (control && control.type !== 'hidden') {
        const id = `comment-${field}-error`
        control.setAttribute('aria-invalid', 'true')
        control.setAttribute('aria-describedby', `${id} comment-${field}-help`)
        control.after(
          make('p', {
            id,
            className: 'mt-1 border-l-2 border-bad pl-2 text-[0.9375rem] font-semibold text-bad',
            textContent: message,
          }),
        )
        document.getElementById(id).dataset.said = ''
        return make(
          'li',
          {},
          make('a', { href: `#comment-${field}`, className: 'text-bad underline', textContent: message }),
        )
      }
      return make('li', { textContent: message })
    })
    const summary = make(
      'div',
      { className: 'mb-6 rounded-md border border-bad bg-bad-wash p-4', tabIndex: -1 },
      make('p', { className: 'font-semibold', textContent: 'Not sent yet' }),
      make('ul', { className: 'mt-2 space-y-1' }, ...lines),
    )
    summary.setAttribute('role', 'alert')
    box.append(summary)
    summary.focus()
  }

  function answer(parent) {
    form.elements.parent.value = parent?.id ?? ''
    form.classList.toggle('mt-6', Boolean(parent))
    button.textContent = parent ? 'Send the answer' : sendText
    form.querySelector('[data-never-mind]')?.remove()
    if (!parent) return home.append(form)
    const back = make('button', {
      type: 'button',
      className: 'button button-bare ml-3',
      textContent: 'Not an answer',
    })
    back.dataset.neverMind = ''
    back.addEventListener('click', () => answer())
    button.after(back)
    parent.querySelector('[data-foot]').after(form)
    form.elements.text.focus()
  }

  section.addEventListener('click', event => {
    const link = event.target.closest('[data-answer]')
    if (!link || event.metaKey || event.ctrlKey) return
    event.preventDefault()
    answer(link.closest('li'))
  })

  form.addEventListener('submit', async event => {
    event.preventDefault()
    button.disabled = true
    complain([])
    try {
      const response = await fetch(form.action, {
        method: 'POST',
        headers: { Accept: 'application/json' },
        body: new FormData(form),
      })
      const type = response.headers.get('content-type') ?? ''
      const said = type.includes('json')
        ? await response.json()
        : { error: { message: await response.text() } }
      if (!response.ok) return complain(said.errors ?? [{ field: '', message: said.error.message }])
      sessionStorage.setItem(remembered, '1')
      answer()
      form.elements.text.value = ''
      const item = show(said.comment)
      item.scrollIntoView({ block: 'center' })
      item.focus({ preventScroll: true })
    } catch {
      complain([{ field: '', message: 'The network failed. Your text is still here: send it again.' }])
    } finally {
      button.disabled = false
    }
  })

  if (sessionStorage.getItem(remembered))
    fetch(`/comments/waiting?post=${encodeURIComponent(post)}`)
      .then(response => response.json())
      .then(({ comments }) => {
        if (comments.length === 0) sessionStorage.removeItem(remembered)
        for (const comment of comments)
          if (comment.waiting || !document.getElementById(comment.id)) show(comment)
      })
      .catch(() => {})
})()
