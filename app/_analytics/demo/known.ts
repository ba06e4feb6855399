/** What everybody may know of a demo: its keys and sign-ins are the same on every machine, and DEMO=off ends them. */
export const demo = {
  /** Of the operator's own site. */
  ownKey: 'c2aadb31bb4ccf2a1f3920fc178af3234baf9ec8',
  staff: { email: 'staff@example.com', name: 'Sam of the demo', password: 'demo staff password' },
  client: {
    key: '082fe87bbeb80bb6d7bbb3981bf23ea3e3dabb42',
    account: 'Halden Tea',
    url: 'https://halden-tea.example',
    owner: { email: 'owner@example.com', name: 'Hanne Halden', password: 'demo owner password' },
  },
} as const
