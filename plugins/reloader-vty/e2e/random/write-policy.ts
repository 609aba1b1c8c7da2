import type { Entry, List, Numbering, RouteMap } from './world.ts'

export function writeList(name: string, list: List): readonly string[] {
  const { numbering } = list
  // The same match twice says nothing more.
  const entries = [...new Map(list.entries.map((entry) => [entry.slice(entry.indexOf(' ')), entry])).values()]
  const numbers = numbersOf(numbering, entries, 4_000_000_000)
  return entries.map((entry, i) => `${name} seq ${numbers[i]} ${entry}`)
}

export function writeRouteMap(name: string, { numbering, entries }: RouteMap): readonly string[] {
  const numbers = numbersOf(numbering, entries.map(textOf), 60_000)
  return entries.flatMap((entry, i) => {
    const isLast = i === entries.length - 1
    const then =
      entry.action === 'permit' && entry.onMatch === 'next'
        ? ' on-match next'
        : entry.action === 'permit' && entry.onMatch === 'jump' && !isLast
          ? ` on-match goto ${numbers.at(-1)}`
          : undefined
    return [
      `route-map ${name} ${entry.action} ${numbers[i]}`,
      // A map that calls itself is refused.
      ...entry.lines.filter((line) => line !== `call ${name}`).map((line) => ` ${line}`),
      ...(then === undefined ? [] : [then]),
      'exit',
    ]
  })
}

function textOf({ action, lines }: Entry): string {
  return [action, ...lines].join(' ')
}

function numbersOf(numbering: Numbering, texts: readonly string[], highest: number): readonly number[] {
  const step = numbering === 'by five' ? 5 : 1
  if (numbering !== 'by content') return texts.map((_, i) => (i + 1) * step)
  // Rising, so that the order stays the one of the entries, and far apart.
  let last = 0
  return texts.map((text, i) => {
    const room = Math.floor((highest - last) / (texts.length - i + 1))
    last += 1 + (hash(text) % room)
    return last
  })
}

function hash(text: string): number {
  let value = 7
  for (let i = 0; i < text.length; i++) value = (value * 31 + text.charCodeAt(i)) >>> 0
  return value
}
