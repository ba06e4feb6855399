import { z } from 'zod'
import { personEmail, personName, personWebsite } from '@/_blog/comments/form'
import { isZone } from './when'

const zone = z
  .string()
  .max(64)
  .optional()
  .transform(name => (name && isZone(name) ? name : undefined))

/** The registration form, as browsers send it. `url` is the field that people do not see. */
export const registrationForm = z.object({
  webinar: z.string().max(200),
  name: personName,
  email: personEmail,
  website: personWebsite,
  zone,
  news: z
    .string()
    .optional()
    .transform(value => value === 'on'),
  url: z.string().max(5000).default(''),
})

export type RegistrationForm = z.infer<typeof registrationForm>

export const registrationChange = z.object({ name: personName, website: personWebsite })
