import type { Compiled } from '@frrkit/daemon/compile'
import { type NodeFacts, objectName, type Result } from '@frrkit/model'
import { assemble, compileOnce } from '../assemble.ts'
import type { ExitCode, Io } from '../io.ts'
import { type Output, printJson, printProblems, problemJson } from '../print-problems.ts'
import { type CommonOptions, type NodeChoice, readSettings } from '../settings.ts'

export type CheckOptions = CommonOptions & { readonly output: Output; readonly node: readonly NodeChoice[] }

type Verdict = { readonly node: string; readonly result: Result<Compiled> }

/** Runs the whole pipeline for every node given, touches nothing, and says what is wrong. */
export async function checkCommand(options: CheckOptions, io: Io): Promise<ExitCode> {
  const settings = await readSettings(options, io.cwd)
  const registry = settings.ok ? await assemble(settings.value) : settings
  if (!settings.ok || !registry.ok) {
    const problems = settings.ok ? (registry.ok ? [] : registry.problems) : settings.problems
    if (options.output === 'json') printJson({ ok: false, problems: problems.map(problemJson) }, io)
    else printProblems(problems, io)
    return 1
  }
  const nodes = options.node.length > 0 ? options.node.map(factsOf) : [{}]
  const verdicts: Verdict[] = []
  for (const node of nodes) {
    const facts: Partial<NodeFacts> = { ...settings.value.facts, ...node }
    verdicts.push({ node: facts.hostname ?? 'this node', result: await compileOnce(registry.value, facts) })
  }
  const passed = verdicts.every(({ result }) => result.ok)
  if (options.output === 'json') printJson({ ok: passed, nodes: verdicts.map(verdictJson) }, io)
  else for (const verdict of verdicts) printVerdict(verdict, io)
  return passed ? 0 : 1
}

function factsOf({ name, labels }: NodeChoice): Partial<NodeFacts> {
  return { hostname: name, labels: { 'kubernetes.io/hostname': name, ...labels } }
}

function printVerdict({ node, result }: Verdict, io: Io): void {
  printProblems(result.ok ? result.value.warnings : result.problems, io)
  io.stdout.write(`${node}: ${result.ok ? summary(result.value) : 'not applied, see the problems'}\n`)
}

function summary({ objects, model }: Compiled): string {
  const neighbors = model.routers.flatMap((router) => router.neighbors).length
  const prefixes = model.routers.flatMap((router) => router.prefixes).length
  return `ok, ${count(objects.length, 'object')}, ${count(neighbors, 'neighbor')}, ${count(prefixes, 'prefix', 'prefixes')}`
}

function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`
}

function verdictJson({ node, result }: Verdict): object {
  const problems = (result.ok ? result.value.warnings : result.problems).map(problemJson)
  return { node, ok: result.ok, objects: result.ok ? result.value.objects.map(objectName) : [], problems }
}
