/** What FRR says beside a line that it takes, with the `%` of an error. */
const remarks: readonly RegExp[] = [
  /^% Echo mode works correctly for IPv4, but only works when the peer is also FRR for IPv6\.$/,
  /^% keepalive value \d+ is larger than 1\/3 of the holdtime, setting to \d+$/,
  /^% Configuration applied with notes:/,
]

/** Whether words that look like an error are none. FRR says them with status 0. */
export function isRemark(words: string): boolean {
  return remarks.some((remark) => remark.test(words))
}
