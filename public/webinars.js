// Times of a webinar by the reader's own clock, and the zone of their browser in the registration form.
;(() => {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  for (const field of document.querySelectorAll('[data-zone]')) field.value = timeZone
  const format = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'short' })
  for (const place of document.querySelectorAll('[data-own-time]')) {
    place.textContent = `${format.format(new Date(place.dataset.ownTime))}, where you are (${timeZone.replaceAll('_', ' ')})`
    place.hidden = false
  }
})()
