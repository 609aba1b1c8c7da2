/** What FRR says beside a line that it takes, with the `%` of an error. */
const remarks: readonly RegExp[] = [
  /^% Echo mode works correctly for IPv4, but only works when the peer is also FRR for IPv6\.$/,
  /^% keepalive value \d+ is larger than 1\/3 of the holdtime, setting to \d+$/,
  // It was to go, and is not there.
  /^% Refusing to remove a non-existent route$/,
  // mgmtd of 10.7, when there was nothing to do, or a daemon has more to say.
  /^% Configuration applied with notes:$/,
]

/** Whether words that look like an error are none; a real one beside them remains one. */
export function isRemark(words: string): boolean {
  const errors = words.split('\n').filter((line) => line.startsWith('%'))
  return errors.length > 0 && errors.every((line) => remarks.some((remark) => remark.test(line.trim())))
}

/**
 * Whether FRR has done what it says it has not: 8.4 refuses without a word to take an address back that the machine does not
 * have at the moment, and forgets it nevertheless; while bgpd has lost zebra, it refuses as silently to change what it would tell
 * zebra of stale routes, and tells it when zebra is back. From 10.5 on, bgpd keeps what a line says about graceful restart in a VRF that
 * the machine does not have yet, and complains that zebra cannot be told.
 */
export function isDoneNevertheless(line: string, words: string): boolean {
  if (words === '') return address.test(line) || staleTime.test(line)
  const errors = words.split('\n').filter((each) => each.startsWith('%'))
  return graceful.test(line) && errors.length > 0 && errors.every((each) => each.trim() === '% Invalid value')
}

const address = /^ *no ip(?:v6)? address /
const staleTime = /^ *(?:no )?bgp graceful-restart rib-stale-time(?: \d+)?$/
const graceful = /^ *(?:no )?(?:bgp|neighbor \S+) graceful-restart(?:-helper|-disable)?$/
