import { Button } from '@/_ui/button'
import { CheckField, Field } from '@/_ui/field'
import { type Topic, topicNames, topics } from './topics'
import { wordings } from './wordings'

/**
 * Asks for the newsletter, from any page: a plain form without script. With `choices` the other topics can be
 * added, each by a box of its own.
 */
export function SubscribeForm({
  topic = 'newsletter',
  choices = false,
  error,
  id = 'email',
}: {
  topic?: Topic
  choices?: boolean
  error?: string
  /** The field's id, when the page has another email field. */
  id?: string
}) {
  const others = topicNames.filter(name => name !== topic)
  return (
    <form method="post" action="/newsletter/ask" className="max-w-[30rem]">
      <input type="hidden" name="topic" value={topic} />
      <Field
        name="email"
        id={id}
        label="Email"
        type="email"
        autoComplete="email"
        maxLength={254}
        error={error}
        required
      />
      {choices && (
        <fieldset className="mt-6">
          <legend className="mb-2 font-semibold">Also send me</legend>
          {others.map(name => (
            <CheckField
              key={name}
              name="topic"
              value={name}
              id={`topic-${name}`}
              label={topics[name].name}
              help={topics[name].about}
              className="mt-3"
            />
          ))}
        </fieldset>
      )}
      <p className="mt-5 text-[0.9375rem] text-soft">{wordings.subscribe}</p>
      <Button className="mt-5">Subscribe</Button>
    </form>
  )
}
