import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { calendarLinks, invitation, publicEntry } from './calendar'

const about = {
  slug: 'moving',
  title:
    'Moving; from, "Kissmetrics" \\ and a title that is long enough to be folded over two lines of the file',
  description: 'One line.\nAnother; with, marks.',
  startsAt: Date.parse('2026-03-08T18:00:00Z'),
  endsAt: Date.parse('2026-03-08T19:00:00Z'),
}
const ann = {
  id: 'registration_1',
  name: 'Ann "A" O’Hara',
  email: 'ann@example.com',
  sequence: 3,
  join: 'https://firsthand.example/webinars/join?token=a.b.c',
}

function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text))
  const component = calendar.getFirstSubcomponent('vevent')!
  return { calendar, component, event: new ICAL.Event(component) }
}

test('an invitation says who, when, what and with which number, to a parser of another make', () => {
  const { calendar, component, event } = read(invitation(about, ann, 'REQUEST'))
  expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST')
  expect(event.uid).toBe('registration_1@localhost')
  expect(event.sequence).toBe(3)
  expect(event.summary).toBe(about.title)
  expect(event.description).toBe(about.description)
  expect(event.startDate.toJSDate().getTime()).toBe(about.startsAt)
  expect(event.endDate.toJSDate().getTime()).toBe(about.endsAt)
  expect(event.location).toBe(ann.join)
  expect(component.getFirstPropertyValue('status')).toBe('CONFIRMED')
  expect(String(component.getFirstPropertyValue('attendee')).toLowerCase()).toBe('mailto:ann@example.com')
  expect(component.getFirstProperty('organizer')).not.toBeNull()
})

test('a cancellation is about the same entry', () => {
  const { calendar, component, event } = read(invitation(about, { ...ann, sequence: 4 }, 'CANCEL'))
  expect(calendar.getFirstPropertyValue('method')).toBe('CANCEL')
  expect([event.uid, event.sequence]).toEqual(['registration_1@localhost', 4])
  expect(component.getFirstPropertyValue('status')).toBe('CANCELLED')
})

test('every line is at most 75 octets and ends as RFC 5545 says', () => {
  for (const line of invitation(about, ann, 'REQUEST').split('\r\n'))
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
})

test('the public file names nobody, and the links carry the same hour', () => {
  const text = publicEntry(about)
  expect(text).not.toMatch(/ATTENDEE/)
  expect(read(text).event.startDate.toJSDate().getTime()).toBe(about.startsAt)
  const { google, outlook } = calendarLinks(about)
  expect(new URL(google).searchParams.get('dates')).toBe('20260308T180000Z/20260308T190000Z')
  expect(new URL(outlook).searchParams.get('startdt')).toBe('2026-03-08T18:00:00.000Z')
})
