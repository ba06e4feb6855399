export type Snippet = {
  /** Also the address of its part of the page. */
  id: string
  title: string
  /** Where it goes, and what it does there. */
  note: string
  code: string
}

/** Pages: each loads the tracker with the site's key. */
export function pageSnippets(siteUrl: string, key: string): Snippet[] {
  const src = `${siteUrl}/t.js?k=${key}`
  const { host } = new URL(siteUrl)
  return [
    {
      id: 'html',
      title: 'Plain HTML',
      note: 'Into the head of every page. The second part counts visits without script, of nobody in particular.',
      code: `<script async src="${src}"></script>
<noscript><img src="${siteUrl}/e?_k=${key}&_n=page+view&_anon=1" alt="" width="1" height="1"></noscript>`,
    },
    {
      id: 'next',
      title: 'Next.js',
      note: 'In app/layout.tsx. Changes of page within the app are recorded without more.',
      code: `import Script from 'next/script'

export default function RootLayout({ children }: { children: React.ReactNode }) {
  return (
    <html lang="en">
      <body>
        {children}
        <Script src="${src}" strategy="afterInteractive" />
      </body>
    </html>
  )
}`,
    },
    {
      id: 'wordpress',
      title: 'WordPress',
      note: 'At the end of your theme’s functions.php, or in a plugin for such lines.',
      code: `add_action('wp_head', function () {
    echo '<script async src="${src}"></script>';
});`,
    },
    {
      id: 'tag-manager',
      title: 'Tag managers',
      note: 'As a custom HTML tag that fires on all pages. The installation check cannot see it; the live check can.',
      code: `<script>
  (function () {
    var s = document.createElement('script')
    s.async = true
    s.src = '${src}'
    document.head.appendChild(s)
  })()
</script>`,
    },
    {
      id: 'kissmetrics',
      title: 'Kissmetrics libraries',
      note: `Pages that embed Kissmetrics keep their snippet: put this host in place of i.kissmetrics.com, scripts.kissmetrics.com and doug1izaerwt3.cloudfront.net, and this key in place of yours. Libraries for servers and phones take the host in place of trk.kissmetrics.com.`,
      code: `var _kmq = _kmq || [];
var _kmk = _kmk || '${key}';
function _kms(u) {
  setTimeout(function () {
    var d = document, f = d.getElementsByTagName('script')[0], s = d.createElement('script');
    s.async = true; s.src = u; f.parentNode.insertBefore(s, f);
  }, 1);
}
_kms('//${host}/i.js');
_kms('//${host}/' + _kmk + '.2.js');`,
    },
  ]
}

/** Servers: each records one event of one person. */
export function serverSnippets(siteUrl: string, key: string): Snippet[] {
  const hit = `${siteUrl}/e?_k=${key}&_p=ann%40example.com&_n=signed+up&plan=gold`
  return [
    {
      id: 'curl',
      title: 'curl',
      note: '_p is who, _n is what happened, all else are properties.',
      code: `curl -fsS -o /dev/null '${hit}'`,
    },
    {
      id: 'javascript',
      title: 'JavaScript',
      note: 'Node 18 and later, Deno, Bun.',
      code: `await fetch('${siteUrl}/e', { method: 'POST', body: new URLSearchParams({ _k: '${key}', _p: 'ann@example.com', _n: 'signed up', plan: 'gold' }) })`,
    },
    {
      id: 'php',
      title: 'PHP',
      note: '',
      code: `file_get_contents('${siteUrl}/e?' . http_build_query(['_k' => '${key}', '_p' => 'ann@example.com', '_n' => 'signed up', 'plan' => 'gold']));`,
    },
    {
      id: 'python',
      title: 'Python',
      note: 'Nothing but the standard library.',
      code: `import urllib.parse, urllib.request; urllib.request.urlopen('${siteUrl}/e', urllib.parse.urlencode({'_k': '${key}', '_p': 'ann@example.com', '_n': 'signed up', 'plan': 'gold'}).encode())`,
    },
    {
      id: 'ruby',
      title: 'Ruby',
      note: 'Nothing but the standard library.',
      code: `require 'net/http'; Net::HTTP.post_form(URI('${siteUrl}/e'), _k: '${key}', _p: 'ann@example.com', _n: 'signed up', plan: 'gold')`,
    },
    {
      id: 'go',
      title: 'Go',
      note: 'Nothing but the standard library.',
      code: `http.PostForm("${siteUrl}/e", url.Values{"_k": {"${key}"}, "_p": {"ann@example.com"}, "_n": {"signed up"}, "plan": {"gold"}})`,
    },
    {
      id: 'java',
      title: 'Java',
      note: 'Java 11 and later, Kotlin, Scala.',
      code: `HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("${hit}")).build(), HttpResponse.BodyHandlers.discarding());`,
    },
    {
      id: 'csharp',
      title: 'C#',
      note: '.NET 5 and later.',
      code: `await new HttpClient().PostAsync("${siteUrl}/e", new FormUrlEncodedContent(new Dictionary<string, string> { ["_k"] = "${key}", ["_p"] = "ann@example.com", ["_n"] = "signed up", ["plan"] = "gold" }));`,
    },
  ]
}
