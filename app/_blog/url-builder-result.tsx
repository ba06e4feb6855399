import { curlCommand, imageTag } from './url-builder'

/** A built address in the three forms it is used in. */
export function UrlBuilderResult({ url }: { url: string }) {
  const forms = [
    { name: 'Address', text: url },
    { name: 'Command', text: curlCommand(url) },
    { name: 'Image, for a mail or a page without scripts', text: imageTag(url) },
  ]
  return (
    <section aria-labelledby="result" className="mb-10 border-y border-ink py-6">
      <h2 id="result" className="text-2xl">
        Ready to send
      </h2>
      <dl className="mt-4 space-y-4">
        {forms.map(({ name, text }) => (
          <div key={name}>
            <dt className="font-semibold">{name}</dt>
            <dd className="mt-1 rounded-md border border-rule bg-shade p-3 font-mono text-sm break-all select-all">
              {text}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
