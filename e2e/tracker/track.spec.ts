import type { Seen } from './origins'
import { expect, push, snippet, test } from './test'

const names = (hits: Seen[]) => hits.map(hit => hit._n)

/** Keeps links and forms from leaving the page. */
const stay =
  '<script>for (const type of ["click", "auxclick", "submit"]) addEventListener(type, e => { if (type === "submit" || e.target.closest("a")) e.preventDefault() }, true)</script>'

test('trackClick takes an id, a class, an element and any selector, also for what is added later', async ({
  page,
  origins,
}) => {
  await page.goto(
    origins.page(
      '/',
      `${stay}<button id="one">1</button><a class="two" href="/x"><b>2</b></a><main><p data-x="3">3</p></main><i>4</i>
       <div onmousedown="event.stopPropagation()"><button id="five">5</button></div>${snippet}`,
    ),
  )
  await push(
    page,
    ['trackClick', 'one', 'One'],
    ['trackClick', '#one', 'One again', { plan: 'gold' }],
    ['trackClick', '.two', 'Two'],
    ['trackClick', 'main > [data-x]', 'Three'],
    ['trackClick', '.late', 'Late'],
    ['trackClick', 'five', 'Five'],
    ['trackClick', 'missing', 'Missing'],
    ['trackClick', '][', 'Not a selector'],
  )
  await page.evaluate("_kmq.push(['trackClick', document.querySelector('i'), 'Four'])")
  await page.waitForFunction('KM.trackClick')
  await page.evaluate("document.body.insertAdjacentHTML('beforeend', '<button class=late>6</button>')")
  for (const target of ['#one', '.two b', 'main p', 'i', '#five', '.late']) await page.click(target)
  await page.mouse.click(1, 1)
  await expect
    .poll(() => names(origins.hits))
    .toEqual(['One', 'One again', 'Two', 'Three', 'Four', 'Five', 'Late'])
  expect(origins.hits[1]!.plan).toBe('gold')
})

test('trackClick sees the keyboard, once', async ({ page, origins }) => {
  await page.goto(origins.page('/', `<button id="one">1</button>${snippet}`))
  await push(page, ['trackClick', 'one', 'One'])
  await page.waitForFunction('KM.trackClick')
  await page.focus('#one')
  await page.keyboard.press('Enter')
  await expect.poll(() => names(origins.hits)).toEqual(['One'])
})

test('trackClickOnOutboundLink records, then leaves after a quarter of a second', async ({
  page,
  origins,
}) => {
  origins.page('/next', 'next')
  await page.goto(origins.page('/', `<a id="out" href="/next"><b>on</b></a>${snippet}`))
  await push(page, ['trackClickOnOutboundLink', 'out', 'Left', { to: 'next' }])
  await page.waitForFunction('KM.trackClick')
  const clicked = Date.now()
  await page.click('b')
  await page.waitForURL('**/next')
  expect(Date.now() - clicked).toBeGreaterThanOrEqual(250)
  await expect.poll(() => origins.hits).toMatchObject([{ _n: 'Left', to: 'next' }])
})

for (const [what, attributes, modifiers] of [
  ['another window', 'target="_blank"', []],
  ['a new tab', '', ['ControlOrMeta']],
  ['a handler of the page', 'onclick="return false"', []],
] as const)
  test(`trackClickOnOutboundLink leaves the rest to ${what}`, async ({ page, origins }) => {
    origins.page('/next', 'next')
    await page.goto(origins.page('/', `<a id="out" ${attributes} href="/next">on</a>${snippet}`))
    await push(page, ['trackClickOnOutboundLink', 'out', 'Left'])
    await page.waitForFunction('KM.trackClick')
    await page.click('#out', { modifiers: [...modifiers] })
    await expect.poll(() => names(origins.hits)).toEqual(['Left'])
    await page.waitForTimeout(400)
    expect(page.url()).toBe(`${origins.site}/`)
  })

test('trackSubmit records a form with its fields, and who it is of first', async ({ page, origins }) => {
  origins.reset({ automatic: { formFields: true } })
  await page.goto(
    origins.page(
      '/',
      `${stay}<form id="join" onsubmit="event.stopPropagation()">
        <input name="firstname" value="Bob"><input name="e_mail" type="email" value="bob@x.io">
        <input name="password" type="password" value="secret"><input name="card_number" value="4111111111111111">
        <input name="likes[]" type="checkbox" value="tea" checked><input name="likes[]" type="checkbox" value="apples, red" checked>
        <input name="likes[]" type="checkbox" value="none"><select name="plan"><option>Gold</option></select>
        <textarea name="note">private</textarea><input name="token" value="x"><input class="km_ignore" name="fax" value="1">
        <textarea class="km_include" name="why">because</textarea><button>go</button></form>${snippet}`,
    ),
  )
  await push(page, ['record', 'Before'], ['trackSubmit', 'join', 'Joined', { from: 'page' }])
  await page.waitForFunction('KM.trackClick')
  await page.click('button')
  await expect.poll(() => origins.hits.length).toBe(3)
  const [before, alias, joined] = origins.hits
  expect(alias).toMatchObject({ _p: before!._p, _p2: 'bob@x.io' })
  expect(
    Object.fromEntries(
      Object.entries(joined!).filter(([name]) => !/^(_[^np]|_anon|door|cookies)/.test(name)),
    ),
  ).toEqual({
    _n: 'Joined',
    _p: 'bob@x.io',
    from: 'page',
    firstname: 'Bob',
    e_mail: 'bob@x.io',
    'likes[]': 'apples  red,tea',
    plan: 'Gold',
    why: 'because',
  })
  expect(JSON.stringify(origins.hits)).not.toMatch(/secret|4111|private/)
})

test('a form is recorded without its fields where the site or the page wants it so', async ({
  page,
  origins,
}) => {
  const form = `${stay}<form id="join"><input name="firstname" value="Bob"><button>go</button></form>`
  await page.goto(origins.page('/', form + snippet))
  await push(page, ['trackForm', '#join', 'Joined'])
  await page.waitForFunction('KM.trackClick')
  await page.click('button')
  await expect.poll(() => names(origins.hits)).toEqual(['Joined'])
  expect(origins.hits[0]).not.toHaveProperty('firstname')
  origins.reset({ automatic: { formFields: true } })
  await page.goto(origins.page('/two', `<script>KM_SKIP_FORM_FIELDS = 1</script>${form}${snippet}`))
  await push(page, ['trackForm', '#join', 'Joined'])
  await page.waitForFunction('KM.trackClick')
  await page.click('button')
  await expect.poll(() => names(origins.hits)).toEqual(['Joined'])
  expect(origins.hits[0]).not.toHaveProperty('firstname')
})

test("the site's rules record visits, clicks and forms", async ({ page, origins }) => {
  origins.reset({
    includeHost: true,
    rules: [
      { kind: 'visit', match: '/*/view', event: 'Viewed', properties: { kind: 'city', price: '{{#price}}' } },
      { kind: 'visit', match: '/elsewhere', event: 'Never', properties: {} },
      { kind: 'visit-regex', match: 'view\\?source=\\w+$', event: 'From somewhere', properties: {} },
      { kind: 'visit-regex', match: '(', event: 'Broken', properties: {} },
      {
        kind: 'click',
        match: '.buy',
        event: 'Bought',
        properties: { price: '{{#price}}', none: '{{#missing}}' },
      },
      { kind: 'submit', match: 'body form', event: 'Asked', properties: {} },
    ],
  })
  const url = origins.page(
    '/madrid/view',
    `${stay}<b id="price"> 9.90 </b><a class="buy" href="#">buy</a><form><button>ask</button></form>${snippet}`,
  )
  await page.goto(`${url}?source=mail`)
  await expect.poll(() => names(origins.hits)).toEqual(['Viewed', 'From somewhere'])
  expect(origins.hits[0]).toMatchObject({ kind: 'city', price: '9.90' })
  await page.evaluate("document.querySelector('#price').textContent = '8.00'")
  await page.click('.buy')
  await page.click('button')
  await expect.poll(() => names(origins.hits).slice(2)).toEqual(['Bought', 'Asked'])
  expect(origins.hits[2]).toMatchObject({ price: '8.00', none: '' })
})

test('links that leave and files are recorded, by any click that opens them', async ({ page, origins }) => {
  origins.reset({ automatic: { outbound: true, downloads: true } })
  await page.goto(
    origins.page(
      '/',
      `${stay}<a id="in" href="/in">in</a><a id="out" href="https://elsewhere.example/a?token=PLANTED"><b>out</b></a>
       <a id="file" href="/guide.pdf?v=2">guide</a><a id="named" download href="/export">export</a><a id="mail" href="mailto:a@b.example">mail</a>
       <svg><a href="https://elsewhere.example/svg"><text y="20">svg</text></a></svg>${snippet}`,
    ),
  )
  await page.waitForFunction('window.KM && KM.trackClick')
  await page.click('#in')
  await page.click('#out b')
  await page.click('#out', { button: 'middle' })
  await page.click('#out', { button: 'right' })
  await page.click('#file')
  await page.click('#named')
  await page.click('#mail')
  await expect.poll(() => origins.hits.length).toBe(4)
  expect(origins.hits.map(hit => [hit._n, hit['Link URL'] ?? hit['File URL']])).toEqual([
    ['Clicked Outbound Link', 'https://elsewhere.example/a'],
    ['Clicked Outbound Link', 'https://elsewhere.example/a'],
    ['Downloaded File', `${origins.site}/guide.pdf?v=2`],
    ['Downloaded File', `${origins.site}/export`],
  ])
})

test('an outbound click arrives though the page is left at once', async ({ page, origins }) => {
  origins.reset({ automatic: { outbound: true } })
  origins.page('/gone', 'gone')
  await page.goto(
    origins.page('/', `<a href="${origins.site.replace('localhost', '127.0.0.1')}/gone">out</a>${snippet}`),
  )
  await page.waitForFunction('window.KM && KM.trackClick')
  await page.click('a')
  await page.waitForURL('**/gone')
  await expect.poll(() => names(origins.hits)).toEqual(['Clicked Outbound Link'])
})
