import { addPositions, type Compiled } from '@frrkit/daemon/compile'
import { failed, type NodeFacts, objectName, ok, type Result } from '@frrkit/model'
import { frrProblems } from '../check/frr-problems.ts'
import type { ExitCode, Io } from '../io.ts'
import { compileOnce, type Prepared, prepare } from '../prepare.ts'
import { type Output, printJson, printProblems, problemJson } from '../print-problems.ts'
import type { CommonOptions, NodeChoice } from '../settings.ts'

export type CheckOptions = CommonOptions & {
  readonly output: Output
  readonly node?: readonly NodeChoice[]
  /** `10.3`; what any version refuses is told when absent. */
  readonly frrVersion?: string
}

type Verdict = { readonly node: string; readonly result: Result<Compiled> }

/** Runs the whole pipeline for every node given, touches nothing, and says what is wrong. */
export async function checkCommand(
  { output, node: nodes = [], frrVersion, ...options }: CheckOptions,
  io: Io,
): Promise<ExitCode> {
  const prepared = await prepare(options, io.cwd)
  if (!prepared.ok) {
    if (output === 'json') printJson({ ok: false, problems: prepared.problems.map(problemJson) }, io)
    else printProblems(prepared.problems, io)
    return 1
  }
  const verdicts: Verdict[] = []
  for (const node of nodes.length > 0 ? nodes.map(factsOf) : [{}]) {
    const facts: Partial<NodeFacts> = { ...prepared.value.facts, ...node }
    verdicts.push({
      node: facts.hostname ?? 'this node',
      result: await verdictOn({ ...prepared.value, facts }, frrVersion),
    })
  }
  const passed = verdicts.every(({ result }) => result.ok)
  if (output === 'json') printJson({ ok: passed, nodes: verdicts.map(verdictJson) }, io)
  else for (const verdict of verdicts) printVerdict(verdict, io)
  return passed ? 0 : 1
}

/** What would be applied, or why it would not: because of the objects, or of what FRR says to what they ask for. */
async function verdictOn(prepared: Prepared, version: string | undefined): Promise<Result<Compiled>> {
  const compiled = await compileOnce(prepared)
  if (!compiled.ok) return compiled
  const { targets, sources } = prepared.registry
  const said = await addPositions(frrProblems(compiled.value, { targets, version }), sources)
  const problems = [...compiled.value.problems, ...said]
  return said.some(({ severity }) => severity === 'error') ? failed(...problems) : ok({ ...compiled.value, problems })
}

function factsOf({ name, labels }: NodeChoice): Partial<NodeFacts> {
  return { hostname: name, labels: { 'kubernetes.io/hostname': name, ...labels } }
}

function printVerdict({ node, result }: Verdict, io: Io): void {
  printProblems(problemsOf(result), io)
  io.stdout.write(`${node}: ${result.ok ? summary(result.value) : 'would not be applied, see the problems'}\n`)
}

function problemsOf(result: Result<Compiled>) {
  return result.ok ? result.value.problems : result.problems
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
  const objects = result.ok ? result.value.objects.map(objectName) : []
  return { node, ok: result.ok, objects, problems: problemsOf(result).map(problemJson) }
}
