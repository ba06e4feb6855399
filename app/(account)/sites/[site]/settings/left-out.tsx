import { Lines, Part, type PartProps } from './part'

export function LeftOut(part: PartProps) {
  return (
    <Part title="What is left out">
      <p className="text-soft">
        One entry a line. What is left out is never stored, so it cannot be brought back.
      </p>
      <Lines
        {...part}
        name="blockedProperties"
        label="Properties never to store"
        help="By name. The rest of the hit is kept. For anything about health, religion or politics, or that you do not need."
      />
      <Lines
        {...part}
        name="blockedEvents"
        label="Events never to store"
        help="By name. The whole hit is refused, with its properties."
      />
      <Lines
        {...part}
        name="redactPatterns"
        label="Values to redact"
        help="Regular expressions (RE2). A value in which one is found is stored as [redacted]. Card numbers and national ids are replaced anyway."
      />
      <Lines
        {...part}
        name="allowedHosts"
        label="Hosts to collect from"
        help="Empty means any. Otherwise hits of pages on other hosts are refused: copies of your pages, test servers. shop.example includes www.shop.example; *.shop.example means everything below."
      />
      <Lines
        {...part}
        name="blockedAddresses"
        label="Addresses to refuse"
        help="IP addresses or ranges, such as those of your office: 203.0.113.7 or 203.0.113.0/24."
      />
      <Lines
        {...part}
        name="blockedPaths"
        label="Paths to refuse"
        help="Pages of these paths are not recorded; * stands for any text: /admin/* or */preview."
      />
    </Part>
  )
}
