import type { Canon } from './canon.ts'

/** What one configuration has and the other has not, in lines for people: `- ` was expected, `+ ` is there instead. */
export function differences(expected: Canon, actual: Canon): readonly string[] {
  return [
    ...inPart(expected.blocks, actual.blocks, '(top)'),
    ...inPart(expected.lists, actual.lists, ''),
    ...inPart(expected.maps, actual.maps, ''),
  ]
}

type Part = Readonly<Record<string, readonly (string | readonly string[])[]>>

function inPart(expected: Part, actual: Part, nameless: string): readonly string[] {
  const names = [...new Set([...Object.keys(expected), ...Object.keys(actual)])].toSorted()
  return names.flatMap((name) => {
    const wanted = expected[name]?.map((line) => line.toString())
    const given = actual[name]?.map((line) => line.toString())
    if (wanted?.join('\n') === given?.join('\n') && (wanted === undefined) === (given === undefined)) return []
    const place = name || nameless
    const missing = (wanted ?? []).filter((line) => !given?.includes(line)).map((line) => `${place}: - ${line}`)
    const added = (given ?? []).filter((line) => !wanted?.includes(line)).map((line) => `${place}: + ${line}`)
    if (missing.length + added.length > 0) return [...missing, ...added]
    return [
      given === undefined
        ? `${place}: - (empty)`
        : wanted === undefined
          ? `${place}: + (empty)`
          : `${place}: in another order`,
    ]
  })
}
