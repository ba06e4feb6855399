// Times of a webinar by the reader's own clock (the zone they chose, else their browser's), also in the registration form.
;(() => {
  const chosen = getComputedStyle(document.documentElement).getPropertyValue('--zone').replace(/["\s]/g, '')
  const timeZone = chosen || Intl.DateTimeFormat().resolvedOptions().timeZone
  for (const field of document.querySelectorAll('[data-zone]')) field.value = timeZone
  const format = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'short', timeZone })
  for (const place of document.querySelectorAll('[data-own-time]')) {
    place.textContent = `${format.format(new Date(place.dataset.ownTime))}, where you are (${timeZone.replaceAll('_', ' ')})`
    place.hidden = false
  }
})()
