// The figure's own numbers: the range of likely true rates for what the reader types.
;(() => {
  for (const form of document.querySelectorAll('[data-figure="rate-range"]')) {
    const said = form.querySelector('output')
    const number = name => Number(form.elements[name].value)
    const percent = value => `${(Math.round(value * 1000) / 10).toFixed(1)} %`
    const draw = () => {
      const people = number('people')
      const conversions = number('conversions')
      if (!(people >= 1 && conversions >= 0 && conversions <= people)) {
        said.textContent = 'Give at least one person, and no more sign-ups than people.'
        return
      }
      const mean = conversions / people
      const deviation = Math.sqrt((mean * (1 - mean)) / (people + 1))
      const from = Math.max(0, mean - 1.96 * deviation)
      const to = Math.min(1, mean + 1.96 * deviation)
      said.textContent = `Seen: ${percent(mean)}. The true rate is likely between ${percent(from)} and ${percent(to)}.`
    }
    form.addEventListener('input', draw)
    form.hidden = false
    draw()
  }
})()
