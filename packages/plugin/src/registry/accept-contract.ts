import { failed, ok, type Problem, type Result } from '@frrkit/model'
import type { Plugin } from '../plugin.ts'

/** The functions that each contract asks for: enough to refuse a half-written plugin before anything runs. */
const contracts: Readonly<Record<Plugin['contract'], readonly string[]>> = {
  'config-source/v1': ['read', 'watch'],
  'render-target/v1': ['view'],
  'reloader/v1': ['reload'],
  'status-reporter/v1': ['report'],
  'document-kind/v1': ['parse', 'merge'],
  'object-translator/v1': ['translate'],
}

/** A candidate that fulfils a contract we know, or a problem that lists the contracts we know. */
export function acceptContract(candidate: unknown): Result<Plugin> {
  if (typeof candidate !== 'object' || candidate === null) {
    return failed(
      refuse(
        'a plugin',
        '',
        `is ${candidate === null ? 'null' : `a ${typeof candidate}`}, not a plugin object`,
        'call the factory: sourceFile({ … }), not sourceFile',
      ),
    )
  }
  const { contract, name } = candidate as { contract?: unknown; name?: unknown }
  const subject = typeof name === 'string' && name !== '' ? `plugin ${name}` : 'a plugin without a name'
  const methods =
    typeof contract === 'string' && Object.hasOwn(contracts, contract)
      ? contracts[contract as Plugin['contract']]
      : undefined
  if (methods === undefined) {
    const known = Object.keys(contracts).join(', ')
    return failed(
      refuse(
        subject,
        'contract',
        `${JSON.stringify(contract) ?? 'nothing'} is no contract of this version`,
        `known contracts: ${known}`,
      ),
    )
  }
  const missing = methods.filter((method) => typeof (candidate as Record<string, unknown>)[method] !== 'function')
  if (missing.length > 0) {
    return failed(
      refuse(
        subject,
        missing.join(', '),
        `missing, and ${String(contract)} asks for it`,
        'build the plugin with the define… function of its contract',
      ),
    )
  }
  return ok(candidate as Plugin)
}

function refuse(subject: string, field: string, reason: string, help: string): Problem {
  return { code: 'plugin/unknown-contract', severity: 'error', subject, field, reason, evidence: [], help }
}
