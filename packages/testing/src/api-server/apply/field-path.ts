import { isDeepStrictEqual } from 'node:util'
import { isFields } from '../kube-object.ts'

/** One step into an object: a field, the entry of a list by its keys, or an entry of a set by its value. */
export type Segment = `f:${string}` | `k:${string}` | `v:${string}`

/** A path as one text, for sets and maps of paths. No segment holds this letter unescaped. */
const between = '\u0000'

export function joinSegments(path: readonly string[]): string {
  return path.join(between)
}

export function splitSegments(path: string): readonly Segment[] {
  return path.split(between) as Segment[]
}

export function isBelow(path: string, above: string): boolean {
  return path.startsWith(above + between)
}

/** `.spec.conds[type="A"].status`, as conflicts name it. */
export function showPath(path: string): string {
  return splitSegments(path)
    .map((segment) => {
      const rest = segment.slice(2)
      if (segment.startsWith('f:')) return `.${rest}`
      if (segment.startsWith('v:')) return `[=${rest}]`
      const keys = Object.entries(JSON.parse(rest) as object)
      return `[${keys.map(([key, value]) => `${key}=${JSON.stringify(value)}`).join(',')}]`
    })
    .join('')
}

/** A copy without what is at the path. */
export function removeAt(value: unknown, path: readonly Segment[]): unknown {
  const [segment, ...rest] = path
  if (segment === undefined) return undefined
  if (segment.startsWith('f:') && isFields(value)) {
    const key = segment.slice(2)
    if (!Object.hasOwn(value, key)) return value
    const left = removeAt(value[key], rest)
    return Object.fromEntries(
      Object.entries(value).flatMap(([name, one]) =>
        name !== key ? [[name, one]] : left === undefined ? [] : [[name, left]],
      ),
    )
  }
  if (!Array.isArray(value)) return value
  return value.flatMap((entry) => {
    if (!isAt(entry, segment)) return [entry]
    const left = removeAt(entry, rest)
    return left === undefined ? [] : [left]
  })
}

function isAt(entry: unknown, segment: Segment): boolean {
  const wanted = JSON.parse(segment.slice(2)) as unknown
  if (segment.startsWith('v:')) return isDeepStrictEqual(entry, wanted)
  return isFields(entry) && isFields(wanted) && Object.entries(wanted).every(([key, value]) => entry[key] === value)
}
