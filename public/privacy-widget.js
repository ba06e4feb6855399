/**
 * The opt-out on a client's own page: fills every element with data-privacy-control with this browser's state on that
 * site and a button. It uses the tracker of the page alone (KM.status, optOut, optIn), so it is first-party: one cookie of
 * the site's own, no identifier, no request.
 */
;(() => {
  const texts = {
    recorded: 'Visits of this browser to this site are recorded.',
    refused: 'Visits of this browser to this site are not recorded.',
    dnt: 'This browser sends Do Not Track, which this site honours, so its visits are not recorded.',
    gpc: 'This browser sends Global Privacy Control, so its visits are not recorded.',
    elsewhere: 'This browser is opted out of every site that is counted by the same service.',
    out: 'Stop recording this browser here',
    back: 'Record this browser here again',
    blocked: 'This browser keeps no cookies for this site, so it cannot keep the choice.',
  }

  const text = (box, name) => box.getAttribute(`data-${name}`) || texts[name]

  function draw(box, note) {
    const { reason } = window.KM.status()
    const out = reason === 'site-opt-out'
    const state = out
      ? 'refused'
      : ['gpc', 'dnt'].includes(reason)
        ? reason
        : reason
          ? 'elsewhere'
          : 'recorded'
    const says = document.createElement('p')
    says.setAttribute('role', 'status')
    says.textContent = note || text(box, state)
    box.replaceChildren(says)
    if (reason && !out) return
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = text(box, out ? 'back' : 'out')
    button.addEventListener('click', () => {
      if (out) window.KM.optIn()
      else window.KM.optOut()
      draw(box, !out && !window.KM.status().cookies ? text(box, 'blocked') : '')
      box.querySelector('button')?.focus()
    })
    box.append(button)
  }

  function start(tries) {
    if (window.KM?.status) {
      for (const box of document.querySelectorAll('[data-privacy-control]')) draw(box, '')
    } else if (tries > 0) setTimeout(start, 100, tries - 1)
  }

  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => start(100))
  else start(100)
})()
