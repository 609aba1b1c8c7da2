/** Every place where a lab leaves something, always under a name that `parseLabName` reads. */
export const places = {
  netns: '/run/netns',
  /** Logs of what runs in the lab; not `os.tmpdir()`, which the next run may see differently. */
  logs: '/tmp',
  frrState: '/run/frr',
  frrConfig: '/etc/frr',
} as const
