// Search as you type: asks the search's own page, and shows its results under the field. Without it the form leads there.
;(() => {
  for (const form of document.querySelectorAll('[data-search]')) {
    const field = form.elements.q
    let place = document.getElementById('found')
    let waiting
    let asked = field.value.trim()
    const show = async query => {
      const answer = await fetch(`${form.action}?${new URLSearchParams({ q: query, typing: '1' })}`)
      if (!answer.ok || asked !== query) return
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
      const found = page.getElementById('found')
      if (!found) return
      if (!place) {
        place = document.createElement('div')
        form.parentElement.after(place)
      }
      place.replaceChildren(...found.childNodes)
    }
    field.addEventListener('input', () => {
      clearTimeout(waiting)
      asked = field.value.trim()
      if (asked.length < 2) return place?.replaceChildren()
      waiting = setTimeout(() => show(asked).catch(() => {}), 150)
    })
  }
})()
