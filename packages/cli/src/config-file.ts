import { createValidator, type LogLevel, logLevels } from '@frrkit/api'
import type { Policy } from '@frrkit/daemon'
import { type Document, failed, issueProblem, type ObjectRef, ok, type Problem, type Result } from '@frrkit/model'
import { load, YAMLException } from 'js-yaml'

/** A frrkit.yaml as it is written; the README of this package shows one. */
export type ConfigFile = {
  readonly node?: {
    readonly name?: string
    /** FRR's; that of the machine when absent. */
    readonly hostname?: string
    readonly labels?: Readonly<Record<string, string>>
  }
  /** For plugins that read from a cluster, or write to one. */
  readonly kubernetes?: { readonly kubeconfig?: string; readonly context?: string; readonly namespace?: string }
  readonly alwaysBlock?: readonly string[]
  readonly logLevel?: LogLevel
  readonly debounce?: number
  readonly policy?: Policy
  /** Plugin → options. Names without a scope are ours; `./x.js` is a file beside the frrkit.yaml. */
  readonly plugins?: Readonly<Record<string, object>>
}

const validate = createValidator<ConfigFile>({
  type: 'object',
  properties: {
    node: {
      type: 'object',
      properties: {
        name: { type: 'string' },
        hostname: { type: 'string' },
        labels: { type: 'object', additionalProperties: { type: 'string' } },
      },
    },
    kubernetes: {
      type: 'object',
      properties: { kubeconfig: { type: 'string' }, context: { type: 'string' }, namespace: { type: 'string' } },
    },
    alwaysBlock: { type: 'array', items: { type: 'string' } },
    logLevel: { type: 'string', enum: [...logLevels] },
    debounce: { type: 'integer', minimum: 0, maximum: 3_600_000 },
    policy: { type: 'string', enum: ['keep', 'quarantine'] },
    plugins: { type: 'object', additionalProperties: { type: 'object' } },
  },
})

/** The settings that a frrkit.yaml holds, or everything that is wrong with it. */
export function parseConfigFile(text: string, file: string): Result<ConfigFile> {
  const object: ObjectRef = { kind: 'File', namespace: '', name: file }
  let contents: unknown
  try {
    contents = load(text)
  } catch (error) {
    if (error instanceof YAMLException) return failed(noYaml(object, error))
    throw error
  }
  const document: Document = { object, spec: {} }
  const result = validate(withPluginOptions(contents), { unknownFields: 'refuse' })
  return result.ok ? ok(result.value) : failed(...result.issues.map((issue) => issueProblem(document, issue)))
}

/** `target-bgpd:` without options is null in YAML; to the API null means absent, here it means no options. */
function withPluginOptions(contents: unknown): unknown {
  if (contents === undefined || contents === null) return {}
  const { plugins } = contents as { plugins?: unknown }
  if (typeof plugins !== 'object' || plugins === null || Array.isArray(plugins)) return contents
  return {
    ...contents,
    plugins: Object.fromEntries(Object.entries(plugins).map(([name, options]) => [name, options ?? {}])),
  }
}

function noYaml(object: ObjectRef, { reason, mark }: YAMLException): Problem {
  const at = mark === undefined ? {} : { at: { file: object.name, line: mark.line + 1, column: mark.column + 1 } }
  return {
    code: 'file/syntax',
    severity: 'error',
    subject: `File ${object.name}`,
    field: '',
    reason,
    evidence: [{ origin: { object, path: '', ...at }, says: 'no YAML' }],
    help: 'mend the file; YAML indents with spaces, never with tabs',
  }
}
