/** One value and the ways in which people write it; all mean the same. */
export type Spelled = readonly [string, ...string[]]

export function spell(spelled: Spelled, choice: number): string {
  return spelled[choice % spelled.length] ?? spelled[0]
}
