import { KM } from '../page/library'
import { safe } from '../page/safe'
import { isOn } from '../page/settings'

const files =
  /\.(pdf|zip|docx?|xlsx?|pptx?|csv|txt|rtf|exe|dmg|pkg|msi|apk|iso|gz|tgz|rar|7z|mp3|mp4|mov|avi|wav|epub)$/i

/** Records clicks, by any button and from the keyboard, on links that leave the site or fetch a file. */
export function watchLinks(): void {
  const look = safe((event: Event) => {
    const link = (event.target as Element).closest?.('a[href],area[href]') as HTMLAnchorElement | null
    if (!link || (event as MouseEvent).button > 1 || !/^http/.test(link.protocol)) return
    if (isOn('DOWNLOADS') && (link.hasAttribute('download') || files.test(link.pathname)))
      KM.record('Downloaded File', { 'File URL': link.href })
    else if (isOn('OUTBOUND') && link.host !== location.host)
      KM.record('Clicked Outbound Link', { 'Link URL': link.href })
  })
  addEventListener('click', look, true)
  addEventListener('auxclick', look, true)
}
