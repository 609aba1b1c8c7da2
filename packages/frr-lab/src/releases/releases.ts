/** The releases that can be put beside the machine's own FRR, by the suites of Debian that have them as packages. */
const suites: Readonly<Record<FrrRelease, string>> = { '8.4': 'bookworm', '10.3': 'trixie', newest: 'sid' }

/** `newest` is whatever Debian's unstable had on the day of the installation. */
export type FrrRelease = '8.4' | '10.3' | 'newest'

export const releaseNames: readonly FrrRelease[] = ['8.4', '10.3', 'newest']

/** Those that tests run on wherever they are there, and that CI must not miss. */
export const testedReleases: readonly FrrRelease[] = ['8.4', '10.3']

/** The suite of Debian that has it. */
export function suiteOf(release: FrrRelease): string {
  return suites[release]
}

export function isRelease(name: string): name is FrrRelease {
  return Object.hasOwn(suites, name)
}

/** Whether a version ('10.3.1') belongs to a release ('10.3'). */
export function isOf(release: FrrRelease, version: string): boolean {
  return version === release || version.startsWith(`${release}.`)
}

/** From a list such as `8.4,newest`; `undefined` of nothing. */
export function parseReleases(text: string | undefined): readonly FrrRelease[] | undefined {
  if (text === undefined || text === '') return undefined
  return text.split(',').map((word) => {
    const name = word.trim()
    if (!isRelease(name))
      throw new Error(`FRRKIT_FRR names ${name}, which is no release\nhelp: ${releaseNames.join(', ')}`)
    return name
  })
}
