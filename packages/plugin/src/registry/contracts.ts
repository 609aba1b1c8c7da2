import type { Plugin } from '../plugin.ts'
import { adaptRenderTargetV1, type RenderTargetV1 } from './adapt/render-target-v1.ts'

/** What a contract asks for: enough to refuse a half-written plugin before anything runs. */
type Contract = {
  readonly methods: readonly string[]
  /** Which newer contract it is understood as, and how; absent for those of today. */
  readonly adapted?: { readonly to: Plugin['contract']; readonly by: (old: object) => Plugin }
}

const today: Readonly<Record<Plugin['contract'], Contract>> = {
  'config-source/v1': { methods: ['read', 'watch'] },
  'render-target/v2': { methods: ['view'] },
  'reloader/v1': { methods: ['reload'] },
  'status-reporter/v1': { methods: ['report'] },
  'document-kind/v1': { methods: ['parse', 'merge'] },
  'object-translator/v1': { methods: ['translate'] },
}

/** Contracts of before: each is lifted to its successor, and from there on if need be. docs/contracts.md lists the changes. */
const before: Readonly<Record<string, Contract>> = {
  'render-target/v1': {
    methods: ['view'],
    adapted: { to: 'render-target/v2', by: (old) => adaptRenderTargetV1(old as RenderTargetV1) },
  },
}

const understood: ReadonlyMap<string, Contract> = new Map(Object.entries({ ...today, ...before }))

export function findContract(contract: unknown): Contract | undefined {
  return typeof contract === 'string' ? understood.get(contract) : undefined
}

/** Every contract of today, in the order in which data flows through them. */
export const contractsOfToday: readonly string[] = Object.keys(today)

/** Every version of one contract that is understood, oldest first; none for a contract that nobody knows. */
export function versionsOf(name: string): readonly string[] {
  return [...understood.keys()].filter((contract) => contract.startsWith(`${name}/v`)).toSorted(byVersion)
}

function byVersion(a: string, b: string): number {
  return versionNumber(a) - versionNumber(b)
}

export function versionNumber(contract: string): number {
  return Number(/\/v(\d+)$/.exec(contract)?.[1])
}
