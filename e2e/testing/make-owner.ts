import { addMember, createUser } from '@/_accounts/accounts.data'
import { db } from '@/_platform/db'

/** `tsx e2e/testing/make-owner.ts SITE EMAIL PASSWORD`: someone who can sign in and owns the site's account. */
const [id, email = '', password = ''] = process.argv.slice(2)
const { accountId } = await db().site.findUniqueOrThrow({ where: { id } })
const user = await createUser({ email, name: 'Owner', password })
await addMember({ accountId, userId: user.id, role: 'owner' })
