/** The releases of FRR that frrkit is tested with, and the Debian that has each as a package. */
export const debianWith = { '8.4': 'bookworm', '10.3': 'trixie', newest: 'sid' } as const

/** `newest` is whatever Debian's unstable had on the day of the installation. */
export type FrrRelease = keyof typeof debianWith

/** Those that tests run on wherever they are there, and that CI must not miss. */
export const testedReleases: readonly FrrRelease[] = ['8.4', '10.3']

export function isRelease(name: string): name is FrrRelease {
  return Object.hasOwn(debianWith, name)
}

/** Whether a version ('10.3.1') belongs to a release ('10.3'). */
export function isOf(release: FrrRelease, version: string): boolean {
  return version === release || version.startsWith(`${release}.`)
}
