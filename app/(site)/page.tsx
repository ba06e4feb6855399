import { brand } from '@/brand'

export default function Home() {
  return (
    <div className="shell py-16">
      <h1 className="text-5xl">{brand.tagline}</h1>
    </div>
  )
}
