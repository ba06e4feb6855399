import { trackerCookies } from '@/_privacy/tracker-cookies'
import { Table } from '@/_ui/table'

/** Every cookie that the tracker sets, from the list that the opt-out deletes by. */
export function TrackerCookies() {
  return (
    <Table
      caption="Set by the tracker, for the site alone"
      columns={[
        { name: 'Name', cell: row => <code>{row.name}</code> },
        { name: 'What for', cell: row => row.purpose },
        { name: 'How long', cell: row => row.lasts },
      ]}
      rows={trackerCookies}
      rowKey={row => row.name}
    />
  )
}
