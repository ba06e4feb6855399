import Link from 'next/link'
import { Part } from './part'

const parts = [
  [
    'Live',
    'Who is on your site now and in the half hour before: pages, sources, and each event as it comes in.',
  ],
  [
    'Metric',
    'Any event by day, how often and by how many people, in your site’s own time zone, against the days before.',
  ],
  [
    'People, not cookies',
    'Say who somebody is when they sign in, and what they did before becomes theirs. One person, one timeline, however many devices.',
  ],
  [
    'Kissmetrics’ own language',
    'The wire format, the script’s commands and the export are Kissmetrics’. Change the host, and what you built goes on working.',
  ],
  [
    'One file a site',
    'Copy it and you have moved. Delete it and it is gone. No query can read two at once, because there are two.',
  ],
  [
    'Out again',
    'Everything stored for a site leaves by one request, as lines of JSON, with nothing held back.',
  ],
] as const

export function WhatYouGet() {
  return (
    <Part
      id="product"
      title="What you get"
      lead={
        <>
          Reports for you, control for the people in them.{' '}
          <Link href="/product" className="link">
            Each at length
          </Link>
        </>
      }
    >
      <dl className="grid gap-x-10 gap-y-8 sm:grid-cols-2">
        {parts.map(([name, text]) => (
          <div key={name}>
            <dt className="font-display text-[1.375rem] leading-tight">{name}</dt>
            <dd className="mt-2 max-w-[46ch]">{text}</dd>
          </div>
        ))}
      </dl>
    </Part>
  )
}
