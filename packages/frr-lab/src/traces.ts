import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type LabName, parseLabName } from './lab-id.ts'
import { places } from './places.ts'
import { pidsIn, pidsWithArguments } from './proc.ts'

/** What exists of a lab on this machine. */
export type Traces = {
  readonly pids: readonly number[]
  readonly namespaces: readonly string[]
  readonly directories: readonly string[]
}

const { netns, ...others } = places
const parents = Object.values(others)

export function tracesOf(lab: string): Traces {
  const namespaces = namesIn(netns).filter((name) => parseLabName(name)?.lab === lab)
  return {
    pids: [...new Set([...namespaces.flatMap((name) => pidsIn(join(netns, name))), ...frrPids(lab)])],
    namespaces,
    directories: parents.flatMap((place) =>
      namesIn(place)
        .filter((name) => parseLabName(name)?.lab === lab)
        .map((name) => join(place, name)),
    ),
  }
}

/** Every lab that left a name anywhere, once. */
export function allLabs(): readonly LabName[] {
  const names = Object.values(places).flatMap(namesIn).map(parseLabName)
  return [...new Map(names.flatMap((name) => (name ? [[name.lab, name] as const] : []))).values()]
}

/** One line for each thing, for a message; empty when nothing is there. */
export function describeTraces({ pids, namespaces, directories }: Traces): readonly string[] {
  return [
    ...pids.map((pid) => `process ${pid}`),
    ...namespaces.map((name) => `namespace ${name}`),
    ...directories.map((path) => `directory ${path}`),
  ]
}

// A daemon outlives the name of its namespace; its pathspace argument still tells whose it is.
function frrPids(lab: string): readonly number[] {
  return pidsWithArguments((args) => {
    const pathspace = args[args.indexOf('-N') + 1]
    return args.includes('-N') && pathspace !== undefined && parseLabName(pathspace)?.lab === lab
  })
}

function namesIn(directory: string): readonly string[] {
  return existsSync(directory) ? readdirSync(directory) : []
}
