/** Every place where a lab leaves something, always under a name that `parseLabName` reads. */
export const places = {
  netns: '/run/netns',
  /** Logs of what runs in the lab; not `os.tmpdir()`, which the next run may see differently. */
  logs: '/tmp',
  frrState: '/run/frr',
  frrConfig: '/etc/frr',
  /** Where the daemons of FRR 10 keep what survives a restart. */
  frrPersistent: '/var/lib/frr',
  /** FRRs beside that of the machine, and half of one while it is being installed. */
  frrReleases: '/var/cache/frrkit',
} as const
