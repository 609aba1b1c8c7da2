import { distance } from 'fastest-levenshtein'

/** Fields that people write out of habit or from old documentation, and what they mean. */
const aliases: Readonly<Record<string, string>> = {
  labelSelector: 'matchLabels',
  peerASN: 'asn',
  peerAddress: 'address',
  peerPort: 'port',
  myASN: 'asn',
  routerID: 'id',
}

/** The known field that was probably meant, or undefined where none is near. */
export function nearestField(key: string, known: readonly string[]): string | undefined {
  const alias = Object.hasOwn(aliases, key) ? aliases[key] : undefined
  if (alias !== undefined && known.includes(alias)) return alias
  const scored = known.map((name) => ({ name, edits: distance(key.toLowerCase(), name.toLowerCase()) }))
  scored.sort((a, b) => a.edits - b.edits || (a.name < b.name ? -1 : 1))
  const [best] = scored
  return best !== undefined && best.edits <= Math.max(1, Math.floor(key.length / 3)) ? best.name : undefined
}
