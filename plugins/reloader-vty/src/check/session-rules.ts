import { isSince, type Release } from '@frrkit/frr-text'
import { isInternal, type Neighbor, type Router } from './sessions.ts'

/** Why bgpd refuses a setting of a session beside others; the first row that has something to say is told. */
export type SessionRule = (
  /** What follows the neighbor's name, in its session or in one of its address families. */
  setting: string,
  about: {
    readonly neighbor: Neighbor
    readonly router: Router
    readonly release: Release
    readonly beside: ReadonlySet<string>
  },
) => string | undefined

export const sessionRules: readonly SessionRule[] = [
  (setting) => {
    const [, hold] = /^timers \d+ (\d+)$/.exec(setting) ?? []
    return hold === '1' || hold === '2' ? 'a hold time is 0, or 3 at least' : undefined
  },
  (setting, { router }) =>
    /^local-as (\d+)/.exec(setting)?.[1] === router.asn ? 'local-as is the AS of the router itself' : undefined,
  (setting, { neighbor, router, release }) => {
    const [, localAs] = /^local-as (\d+)/.exec(setting) ?? []
    if (localAs === undefined || isSince(release, 10) || neighbor.isGroup) return undefined
    if (isInternal(router, neighbor) !== false) return 'local-as is for eBGP sessions alone'
    return neighbor.settings.has(`remote-as ${localAs}`) ? 'local-as is the AS of the neighbor' : undefined
  },
  (setting, { neighbor, router }) =>
    setting.startsWith('ttl-security ') && isInternal(router, neighbor) === false && has(neighbor, /^ebgp-multihop\b/)
      ? 'ttl-security and ebgp-multihop cannot be together'
      : undefined,
  (setting, { neighbor }) =>
    neighbor.isInterface && /^(?:ebgp-multihop\b|disable-connected-check$)/.test(setting)
      ? 'a neighbor at an interface is always directly connected'
      : undefined,
  (setting, { neighbor }) =>
    neighbor.isInterface && /^ttl-security hops (?!1$)/.test(setting)
      ? 'a neighbor at an interface is one hop away'
      : undefined,
  (setting, { neighbor }) =>
    setting === 'strict-capability-match' && neighbor.settings.has('override-capability')
      ? 'strict-capability-match and override-capability cannot be together'
      : undefined,
  (setting, { neighbor }) => {
    const [, listed] = /^path-attribute discard (.+)$/.exec(setting) ?? []
    const withdrawn = new Set([...neighbor.settings].flatMap((other) => attributesOf(other, 'treat-as-withdraw')))
    const both = listed?.split(' ').find((attribute) => withdrawn.has(attribute))
    return both === undefined
      ? undefined
      : `treat-as-withdraw has the path attribute ${both}, too, and bgpd ends of both`
  },

  (setting, { neighbor, router }) =>
    setting === 'route-reflector-client' && isInternal(router, neighbor) === false
      ? 'route-reflector-client is for iBGP sessions alone'
      : undefined,
  (setting, { neighbor, router }) =>
    /^(?:as-override|remove-private-AS\b)/.test(setting) && isInternal(router, neighbor) === true
      ? `${setting} is for eBGP sessions alone`
      : undefined,
  (setting, { beside }) => {
    const [, direction] = /^distribute-list \S+ (in|out)$/.exec(setting) ?? []
    return direction !== undefined &&
      [...beside].some((other) => other.startsWith('prefix-list ') && other.endsWith(` ${direction}`))
      ? 'distribute-list and prefix-list cannot be together'
      : undefined
  },
]

function attributesOf(setting: string, how: string): readonly string[] {
  const start = `path-attribute ${how} `
  return setting.startsWith(start) ? setting.slice(start.length).split(' ') : []
}

function has({ settings }: Neighbor, pattern: RegExp): boolean {
  return [...settings].some((setting) => pattern.test(setting))
}
