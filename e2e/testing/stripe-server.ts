import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Stripe from 'stripe'

type Thing = Record<string, unknown> & { id: string }

/** What only the payment processor may hold: it stands in answers and events of the real one, too. */
export const secrets = { card: '4242424242424242', street: '17 Quarry Lane' }

const address = { line1: secrets.street, city: 'Halden', country: 'NO' }
const seconds = (ms: number) => Math.floor(ms / 1000)
const month = 30 * 86_400

/**
 * Speaks the part of Stripe's API that billing uses, as documented: bearer key, form-encoded questions, JSON answers,
 * idempotency keys, errors as `{ error: { type, message } }`. Beside it, what the customer and time do there.
 */
export async function startStripeServer(key = 'sk_test_local', webhookSecret = 'whsec_local') {
  const tables = {
    customers: [] as Thing[],
    prices: [] as Thing[],
    sessions: [] as Thing[],
    subscriptions: [] as Thing[],
    invoices: [] as Thing[],
    configurations: [] as Thing[],
  }
  const answered = new Map<string, Thing>()
  const asked: string[] = []
  const state = { down: false }
  let count = 0
  let url = ''
  const id = (prefix: string) => `${prefix}_${(++count).toString().padStart(8, '0')}`
  const add = (table: Thing[], thing: Thing): Thing => {
    table.push(thing)
    return thing
  }
  const list = (rows: Thing[]) => ({ object: 'list', url: '', has_more: false, data: rows })

  const posts: [RegExp, (sent: URLSearchParams, part: string) => Thing | undefined][] = [
    [
      /^customers$/,
      sent => add(tables.customers, { id: id('cus'), object: 'customer', email: sent.get('email') }),
    ],
    [
      /^prices$/,
      sent =>
        add(tables.prices, {
          id: id('price'),
          object: 'price',
          lookup_key: sent.get('lookup_key'),
          unit_amount: Number(sent.get('unit_amount')),
          product: id('prod'),
        }),
    ],
    [
      /^checkout\/sessions$/,
      sent => {
        const session = id('cs')
        return add(tables.sessions, {
          id: session,
          object: 'checkout.session',
          status: 'open',
          customer: sent.get('customer'),
          price: sent.get('line_items[0][price]'),
          keepsAddress: sent.get('customer_update[address]') !== 'never',
          success_url: sent.get('success_url'),
          url: `${url}/pay/${session}`,
        })
      },
    ],
    [
      /^checkout\/sessions\/(\w+)\/expire$/,
      (_, part) => {
        const found = tables.sessions.find(one => one.id === part)
        return found && Object.assign(found, { status: 'expired' })
      },
    ],
    [
      /^billing_portal\/configurations$/,
      sent =>
        add(tables.configurations, {
          id: id('bpc'),
          object: 'billing_portal.configuration',
          metadata: { plans: sent.get('metadata[plans]') },
          changesAddress: sent.get('features[customer_update][enabled]') !== 'false',
        }),
    ],
    [
      /^billing_portal\/sessions$/,
      () => ({ id: id('bps'), object: 'billing_portal.session', url: `${url}/portal` }),
    ],
  ]
  const gets: [RegExp, (asked: URLSearchParams, part: string) => object | undefined][] = [
    [
      /^prices$/,
      query =>
        list(tables.prices.filter(one => query.getAll('lookup_keys[0]').includes(`${one.lookup_key}`))),
    ],
    [/^checkout\/sessions$/, query => list(of(tables.sessions, query).filter(one => one.status === 'open'))],
    [/^subscriptions$/, query => list(of(tables.subscriptions, query))],
    [/^invoices$/, query => list(of(tables.invoices, query))],
    [/^invoices\/(\w+)$/, (_, part) => tables.invoices.find(one => one.id === part)],
    [/^billing_portal\/configurations$/, () => list(tables.configurations)],
    [/^customers\/(\w+)$/, (_, part) => tables.customers.find(one => one.id === part)],
  ]
  const of = (rows: Thing[], query: URLSearchParams) =>
    rows.filter(one => one.customer === query.get('customer')).reverse()

  const server = createServer((req, res) => {
    let text = ''
    req.on('data', chunk => {
      text += chunk
    })
    req.on('end', () => {
      const answer = (status: number, body: object) =>
        res.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
      const refuse = (status: number, type: string) => answer(status, { error: { type, message: type } })
      const where = new URL(req.url ?? '/', url)
      if (!where.pathname.startsWith('/v1/'))
        return void res.writeHead(200, { 'Content-Type': 'text/html' }).end('<h1>A page of Stripe</h1>')
      asked.push(`${req.method} ${where.pathname}`)
      if (state.down) return refuse(500, 'api_error')
      if (req.headers.authorization !== `Bearer ${key}`) return refuse(401, 'invalid_request_error')
      const path = where.pathname.slice('/v1/'.length)
      if (req.method === 'GET') {
        for (const [form, give] of gets) {
          const found = form.exec(path)
          const body = found && give(where.searchParams, found[1] ?? '')
          if (body) return answer(200, body)
        }
        return refuse(404, 'invalid_request_error')
      }
      if (req.method === 'DELETE') {
        const customer = tables.customers.find(one => path === `customers/${one.id}`)
        if (!customer) return refuse(404, 'invalid_request_error')
        for (const one of tables.subscriptions)
          if (one.customer === customer.id) Object.assign(one, { status: 'canceled' })
        return answer(200, Object.assign(customer, { deleted: true }))
      }
      const again = String(req.headers['idempotency-key'] ?? '')
      const known = answered.get(again)
      if (known) return answer(200, known)
      for (const [form, make] of posts) {
        const found = form.exec(path)
        const made = found && make(new URLSearchParams(text), found[1] ?? '')
        if (!made) continue
        if (again) answered.set(again, made)
        return answer(200, made)
      }
      refuse(404, 'invalid_request_error')
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  const invoice = (subscription: Thing, status: string, now: number) =>
    add(tables.invoices, {
      id: id('in'),
      object: 'invoice',
      customer: subscription.customer,
      customer_address: address,
      number: `FH-${count}`,
      status,
      total: 5900,
      currency: 'usd',
      created: seconds(now),
      hosted_invoice_url: `${url}/invoice/${count}`,
    })

  return {
    url,
    key,
    webhookSecret,
    asked,
    state,
    ...tables,
    close: () => server.close(),
    /** The customer types a card on Stripe's page and pays. */
    pay(session: Thing, now: number): Thing {
      Object.assign(session, { status: 'complete', customer_details: { address } })
      const price = tables.prices.find(one => one.id === session.price)
      const subscription = add(tables.subscriptions, {
        id: id('sub'),
        object: 'subscription',
        customer: session.customer,
        status: 'active',
        created: seconds(now),
        cancel_at: null,
        ended_at: null,
        items: list([{ id: id('si'), current_period_end: seconds(now) + month, price: price! }]),
      })
      invoice(subscription, 'paid', now)
      return subscription
    },
    /** A later payment fails, or the subscription becomes something else. */
    become(subscription: Thing, status: Stripe.Subscription.Status, now: number): void {
      Object.assign(subscription, { status, ...(status === 'canceled' && { ended_at: seconds(now) }) })
      if (status === 'past_due') invoice(subscription, 'open', now)
    },
    /** An event as Stripe would send it now, with a signature of its scheme. */
    event(type: string, object: object, now: number, more: object = {}) {
      const body = JSON.stringify({
        id: id('evt'),
        object: 'event',
        type,
        created: seconds(now),
        data: { object: { ...object, customer_address: address, last4: secrets.card } },
        ...more,
      })
      return { body, signature: this.sign(body, now) }
    },
    sign: (payload: string, now: number, secret = webhookSecret): string =>
      Stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp: seconds(now) }),
  }
}
