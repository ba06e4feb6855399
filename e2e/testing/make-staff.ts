import { createUser } from '@/_accounts/accounts.data'

/** `tsx e2e/testing/make-staff.ts EMAIL PASSWORD`: one more of the operator's people. */
const [email = '', password = ''] = process.argv.slice(2)
await createUser({ email, name: 'Second', password, staff: true })
