/**
 * The wanted text with FRR's spelling where FRR's script would see a difference that is none, and act on it:
 *
 * - `ebgp-multihop` is shown as `ebgp-multihop 255`; removing the one and adding the other resets the session.
 * - `no ip forwarding` and the `netns` of a vrf are shown for what the kernel does, whether anybody configured them or not;
 *   removing them would switch forwarding on, or take the vrf away from its namespace.
 * - An interface that is there cannot be removed, only what is configured on it; FRR 10 refuses the first.
 */
export function adaptToRunning(wanted: string, running: string): string {
  const shown = new Set(running.split('\n').map((line) => line.trim()))
  const spelled = wanted.replace(/^( *(neighbor \S+ ebgp-multihop)) *$/gm, (line, text: string, command: string) =>
    shown.has(`${command} 255`) ? `${text} 255` : line,
  )
  const state = [...forwarding(wanted, shown), ...vrfNamespaces(wanted, running), ...interfaces(wanted, running)]
  return state.length === 0 ? (wanted === spelled ? wanted : spelled) : `${spelled.trimEnd()}\n${state.join('\n')}\n`
}

function forwarding(wanted: string, shown: ReadonlySet<string>): readonly string[] {
  return ['ip forwarding', 'ipv6 forwarding'].flatMap((command) =>
    shown.has(`no ${command}`) && !new RegExp(`^(no )?${command}\\b`, 'm').test(wanted) ? [`no ${command}`] : [],
  )
}

function vrfNamespaces(wanted: string, running: string): readonly string[] {
  const shown = running.matchAll(/^vrf (\S+)\n(?: .*\n)*? (netns \S+)$/gm)
  return [...shown].flatMap(([, vrf, netns]) =>
    netns !== undefined && !wanted.includes(` ${netns}`) ? [`vrf ${vrf}`, ` ${netns}`, 'exit-vrf'] : [],
  )
}

function interfaces(wanted: string, running: string): readonly string[] {
  const known = new Set(wanted.split('\n').map((line) => line.trim()))
  const shown = running.match(/^interface \S.*$/gm) ?? []
  return shown.filter((line) => !known.has(line.trim())).flatMap((line) => [line, 'exit'])
}
