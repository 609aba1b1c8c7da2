import type { Compiled } from '@frrkit/daemon/compile'
import { type NodeFacts, objectName, type Result } from '@frrkit/model'
import type { ExitCode, Io } from '../io.ts'
import { compileOnce, prepare } from '../prepare.ts'
import { type Output, printJson, printProblems, problemJson } from '../print-problems.ts'
import type { CommonOptions, NodeChoice } from '../settings.ts'

export type CheckOptions = CommonOptions & { readonly output: Output; readonly node?: readonly NodeChoice[] }

type Verdict = { readonly node: string; readonly result: Result<Compiled> }

/** Runs the whole pipeline for every node given, touches nothing, and says what is wrong. */
export async function checkCommand({ output, node: nodes = [], ...options }: CheckOptions, io: Io): Promise<ExitCode> {
  const prepared = await prepare(options, io.cwd)
  if (!prepared.ok) {
    if (output === 'json') printJson({ ok: false, problems: prepared.problems.map(problemJson) }, io)
    else printProblems(prepared.problems, io)
    return 1
  }
  const verdicts: Verdict[] = []
  for (const node of nodes.length > 0 ? nodes.map(factsOf) : [{}]) {
    const facts: Partial<NodeFacts> = { ...prepared.value.facts, ...node }
    verdicts.push({ node: facts.hostname ?? 'this node', result: await compileOnce({ ...prepared.value, facts }) })
  }
  const passed = verdicts.every(({ result }) => result.ok)
  if (output === 'json') printJson({ ok: passed, nodes: verdicts.map(verdictJson) }, io)
  else for (const verdict of verdicts) printVerdict(verdict, io)
  return passed ? 0 : 1
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
