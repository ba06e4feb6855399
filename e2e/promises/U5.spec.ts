import { expect, test, viewsOf } from './clients'

/** What two visits of anybody share: the words of the protocol and the kind of browser. */
const common = new Set([
  '_n',
  '_t',
  'referrer',
  'browser',
  'operating system',
  'device type',
  'channel',
  'country',
])

test('U5: one browser on two clients’ sites has unrelated identifiers, and their data share nothing of it', async ({
  ann,
  bob,
  page,
}) => {
  await page.goto(`${ann.origin}/one`)
  await viewsOf(ann, 1)
  await page.goto(`${bob.origin}/two`)
  await viewsOf(bob, 1)
  const values = async (client: typeof ann) =>
    new Set(
      (await client.stored()).flatMap(hit =>
        Object.entries(hit).flatMap(([name, value]) =>
          common.has(name) || name.startsWith('channel') || name === 'ip address' ? [] : [value],
        ),
      ),
    )
  const [anns, bobs] = [await values(ann), await values(bob)]
  expect(anns.size).toBeGreaterThan(1)
  expect([...anns].filter(value => bobs.has(value))).toEqual([])
})
