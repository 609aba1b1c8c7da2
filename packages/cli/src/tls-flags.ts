import { type Command, Option } from 'commander'

/** The same for everything that serves HTTPS. */
export function tlsFlags(): readonly Option[] {
  return [
    new Option('--tls-min-version <version>', 'VersionTLS12 or VersionTLS13 (default: VersionTLS13)'),
    new Option('--tls-cipher-suites <names>', "Go's names, separated by commas; with --tls-min-version VersionTLS12"),
    new Option('--tls-curve-preferences <numbers>', 'such as 4588,29,23: numbers, separated by commas'),
  ]
}

/** What is wrong with them is told before anything starts, and in the words of any other flag. */
export async function checkTlsFlags(command: Command): Promise<void> {
  const { tlsMinVersion, tlsCipherSuites, tlsCurvePreferences } = command.opts<Record<string, string | undefined>>()
  if (!tlsMinVersion && !tlsCipherSuites && !tlsCurvePreferences) return
  const { tlsSettings } = await import('@frrkit/metrics-prometheus/tls')
  const check = (flag: string, value: string | undefined, flags: Parameters<typeof tlsSettings>[0]) => {
    try {
      tlsSettings(flags)
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      const message = `error: option '${flag}' argument '${value}' is invalid: ${reason}`
      command.error(message, { code: 'commander.invalidArgument', exitCode: 1 })
    }
  }
  check('--tls-min-version <version>', tlsMinVersion, { ...(tlsMinVersion && { tlsMinVersion }) })
  check('--tls-curve-preferences <numbers>', tlsCurvePreferences, {
    ...(tlsCurvePreferences && { tlsCurvePreferences }),
  })
  const suites = { ...(tlsMinVersion && { tlsMinVersion }), ...(tlsCipherSuites && { tlsCipherSuites }) }
  check('--tls-cipher-suites <names>', tlsCipherSuites, suites)
}
