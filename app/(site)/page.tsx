import type { Metadata } from 'next'
import { connection } from 'next/server'
import { ownFigures } from '@/_analytics/reports/own-site'
import { systemClock } from '@/_platform/clock'
import { log } from '@/_platform/log'
import { brand } from '@/brand'
import { Hero } from './_home/hero'
import { HowMeasured } from './_home/how-measured'
import { OwnFiguresSection } from './_home/own-figures'
import { Promises } from './_home/promises'
import { RunIt } from './_home/run-it'
import { WhatYouGet } from './_home/what-you-get'

export const metadata: Metadata = {
  title: { absolute: `${brand.name}: ${brand.tagline.toLowerCase()}` },
  alternates: { canonical: '/' },
}

export default async function Home() {
  await connection()
  const figures = await ownFigures(systemClock).catch(error => {
    log.error({ err: error }, 'the home page has no figures')
    return undefined
  })
  return (
    <>
      <Hero now={figures?.now} />
      {figures && <OwnFiguresSection {...figures} />}
      <Promises />
      <HowMeasured />
      <WhatYouGet />
      <RunIt />
    </>
  )
}
