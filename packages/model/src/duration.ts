const nanoseconds: Readonly<Record<string, number>> = {
  ns: 1,
  us: 1e3,
  // Two code points look the same: the micro sign, and the Greek letter.
  '\u00b5s': 1e3,
  '\u03bcs': 1e3,
  ms: 1e6,
  s: 1e9,
  m: 60e9,
  h: 3600e9,
}

// One way to read each text: with `\d+\.?\d*`, a hundred thousand digits that are no duration would take a minute.
const part = /(\d+(?:\.\d*)?|\.\d+)(ns|us|\u00b5s|\u03bcs|ms|s|m|h)/g
const whole = new RegExp(`^(?:${part.source})+$`)
const longest = 2 ** 63

/**
 * The nanoseconds of a duration as Go writes them (`1h30m`, `1.5s`, `-5s`, `0`), or undefined. Exact up to 104 days,
 * while the timers of BGP end at 18 hours.
 */
export function parseDuration(text: string): number | undefined {
  const sign = text.startsWith('-') ? -1 : 1
  const unsigned = text.replace(/^[-+]/, '')
  if (unsigned === '0') return 0
  if (!whole.test(unsigned)) return undefined
  let sum = 0
  for (const [, amount, unit] of unsigned.matchAll(part))
    sum += Math.trunc(Number(amount) * (nanoseconds[unit ?? ''] ?? 0))
  return sum < longest ? sign * sum : undefined
}

/** FRR's timers count whole seconds; what is left over is dropped, as the reference does. */
export function wholeSeconds(duration: number): number {
  return Math.trunc(duration / 1e9) + 0 // -0 is 0
}
