import { join } from 'node:path'

export type AptPlace = {
  /** Everything apt writes goes below this directory. */
  readonly directory: string
  /** Where Debian is fetched from: what stands before `/dists/`. */
  readonly mirror: string
  readonly suite: string
}

const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg'

export function sourcesList({ mirror, suite }: Omit<AptPlace, 'directory'>): string {
  return `deb [signed-by=${keyring}] ${mirror} ${suite} main\n`
}

/**
 * What apt is told on top of the machine's own settings (its proxy stays): lists, cache and sources of our own, and a
 * machine on which nothing is installed, so that every library that FRR needs is fetched rather than taken for granted.
 */
export function aptConf({ directory }: AptPlace): string {
  const indexes = ['DEP-11', 'DEP-11-icons-small', 'DEP-11-icons', 'DEP-11-icons-hidpi', 'DEP-11-icons-large']
  return [
    `Dir::State "${join(directory, 'state')}";`,
    `Dir::State::status "${join(directory, 'status')}";`,
    `Dir::Cache "${join(directory, 'cache')}";`,
    `Dir::Etc::SourceList "${join(directory, 'sources.list')}";`,
    'Dir::Etc::SourceParts "/dev/null";',
    'Dir::Etc::Preferences "/dev/null";',
    'Dir::Etc::PreferencesParts "/dev/null";',
    // Otherwise a mirror that does not answer is a warning, and the failure comes later with other words.
    'APT::Update::Error-Mode "any";',
    'APT::Sandbox::User "root";',
    'Acquire::Languages "none";',
    'Acquire::Retries "3";',
    ...indexes.map((index) => `Acquire::IndexTargets::deb::${index}::DefaultEnabled "false";`),
    // The machine's own hooks are about its own packages and its own cache.
    '#clear APT::Update::Post-Invoke;',
    '#clear APT::Update::Post-Invoke-Success;',
    '#clear DPkg::Post-Invoke;',
    '#clear DPkg::Pre-Install-Pkgs;',
    '',
  ].join('\n')
}

/**
 * From `apt-get update --print-uris`: the mirrors that this machine fetches its own Debian from. Several, when others
 * publish packages for the same suite; Debian's archive is nearly always at a path of that name, so those come first.
 */
export function mirrorsIn(uris: string, suite: string): readonly string[] {
  const end = `/dists/${suite}/InRelease`
  const all = uris
    .split('\n')
    .map((line) => /^'([^']+)'/.exec(line)?.[1] ?? '')
    .filter((uri) => uri.endsWith(end))
    .map((uri) => uri.slice(0, -end.length))
  const [debian, others] = [all.filter(isDebian), all.filter((mirror) => !isDebian(mirror))]
  return [...new Set([...debian, ...others])]
}

function isDebian(mirror: string): boolean {
  return mirror.endsWith('/debian')
}

/** From `apt-get install --print-uris`: of all that Debian calls a dependency, what a daemon needs to run. */
export function neededPackages(uris: string): readonly string[] {
  const names = uris.split('\n').flatMap((line) => /^'[^']+' ([^_ ]+)_/.exec(line)?.[1] ?? [])
  // Not systemd, Python, cron …, which the package wants for its service and its scripts.
  return names.filter((name) => /^(frr|lib)/.test(name) && !/^lib(python|systemd-shared)/.test(name)).toSorted()
}
