import type { ChangedBlock, Run } from '@/_privacy/legal-difference'
import '@/_blog/content.css'

/** Both versions in one text: what came is underlined, what went is struck out, and each is said in words, too. */
export function Difference({ blocks }: { blocks: ChangedBlock[] }) {
  return (
    <div className="prose prose-serif">
      {blocks.map((block, place) => {
        const Tag = block.kind === 'heading' ? 'h2' : 'p'
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and blocks may repeat
          <Tag key={place} className={block.change === 'same' ? 'text-soft' : undefined}>
            {block.runs.map((run, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              <Words key={at} {...run} />
            ))}
          </Tag>
        )
      })}
    </div>
  )
}

function Words({ change, text }: Run) {
  if (change === 'same') return text
  const Tag = change === 'added' ? 'ins' : 'del'
  return (
    <Tag className={`difference-${change}`}>
      <span className="sr-only">{change === 'added' ? '[added: ' : '[removed: '}</span>
      {text}
      <span className="sr-only">]</span>
    </Tag>
  )
}
