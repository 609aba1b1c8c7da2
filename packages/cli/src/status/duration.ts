const units = [
  ['d', 86_400],
  ['h', 3600],
  ['m', 60],
] as const

/** Its two largest units, as people say it: 3d 4h, 12m 5s, 0s. */
export function duration(milliseconds: number): string {
  let rest = Math.max(0, Math.floor(milliseconds / 1000))
  const parts: string[] = []
  for (const [unit, seconds] of units) {
    const count = Math.floor(rest / seconds)
    rest -= count * seconds
    if (count > 0 || parts.length > 0) parts.push(`${count}${unit}`)
  }
  return [...parts, `${rest}s`].slice(0, 2).join(' ')
}
