/** Of several lines for one setting, the first. What `setting` catches names it; a line that it does not catch is its own. */
export function onePerSlot(setting: RegExp, lines: readonly string[]): readonly string[] {
  const bySlot = new Map<string, string>()
  for (const line of lines) {
    const match = setting.exec(line)
    const slot = match === null ? line : match.slice(1).join('')
    if (!bySlot.has(slot)) bySlot.set(slot, line)
  }
  return [...bySlot.values()]
}
