import type { Metadata } from 'next'
import { connection } from 'next/server'
import { ownFigures } from '@/_analytics/reports/own-site'
import { systemClock } from '@/_platform/clock'
import { env } from '@/_platform/env'
import { log } from '@/_platform/log'
import { JsonLd } from '@/_ui/json-ld'
import { pageAddress } from '@/_ui/page-address'
import { brand } from '@/brand'
import { Hero } from './_home/hero'
import { HowMeasured } from './_home/how-measured'
import { OwnFiguresSection } from './_home/own-figures'
import { Promises } from './_home/promises'
import { RunIt } from './_home/run-it'
import { WhatYouGet } from './_home/what-you-get'

export const metadata: Metadata = {
  title: { absolute: `${brand.name}: ${brand.tagline.toLowerCase()}` },
  description: brand.description,
  ...pageAddress('/'),
}

const publisher = {
  '@type': 'WebSite',
  name: brand.name,
  description: brand.description,
  url: env.SITE_URL,
  publisher: {
    '@type': 'Organization',
    name: brand.operator.name,
    url: env.SITE_URL,
    logo: `${env.SITE_URL}/icon-512.png`,
    email: brand.mail.hello,
  },
}

export default async function Home() {
  await connection()
  const figures = await ownFigures(systemClock).catch(error => {
    log.error({ err: error }, 'the home page has no figures')
    return undefined
  })
  return (
    <>
      <JsonLd data={publisher} />
      <Hero now={figures?.now} />
      {figures && <OwnFiguresSection {...figures} />}
      <Promises />
      <HowMeasured />
      <WhatYouGet />
      <RunIt />
    </>
  )
}
