import { localFacts } from '@frrkit/daemon'
import { addPositions, compile, gather } from '@frrkit/daemon/compile'
import {
  apiVersion,
  failed,
  type ObjectRef,
  objectName,
  ok,
  type Prefix,
  type Problem,
  parseAddress,
  parseFrrConfiguration,
  type Result,
  type SourceObject,
} from '@frrkit/model'
import { explainNeighbor, type NeighborExplanation } from '../explain/explain-neighbor.ts'
import { explainPrefix, type PrefixExplanation } from '../explain/explain-prefix.ts'
import type { Known } from '../explain/known.ts'
import { locateOrigins } from '../explain/locate-origins.ts'
import { printNeighbor, printPrefix } from '../explain/print-explanation.ts'
import { unknownNeighbor } from '../explain/unknown-neighbor.ts'
import type { ExitCode, Io } from '../io.ts'
import { type Prepared, prepare } from '../prepare.ts'
import { type Output, printJson, printProblems, problemJson } from '../print-problems.ts'
import type { CommonOptions } from '../settings.ts'
import { terminalSafe } from '../terminal-safe.ts'

export type ExplainOptions = CommonOptions & {
  readonly output: Output
  readonly vrf?: string
  readonly neighbor?: string
}

/** Says what a neighbor is and who said so. */
export async function explainNeighborCommand(name: string, options: ExplainOptions, io: Io): Promise<ExitCode> {
  const [neighbor, vrf] = [canonical(name), vrfOf(options)]
  return explain(options, io, (known): Result<Answer> => {
    const neighbors = explainNeighbor(neighbor, known, vrf)
    return neighbors.length === 0 ? failed(unknownNeighbor(neighbor, known, vrf)) : ok({ neighbors })
  })
}

/** Says where a prefix comes from, who gets it, and why others do not. */
export async function explainPrefixCommand(prefix: Prefix, options: ExplainOptions, io: Io): Promise<ExitCode> {
  const [neighbor, vrf] = [options.neighbor === undefined ? undefined : canonical(options.neighbor), vrfOf(options)]
  return explain(options, io, (known): Result<Answer> => {
    const chosen = { ...(neighbor !== undefined && { neighbor }), ...(vrf !== undefined && { vrf }) }
    const explained = explainPrefix(prefix, known, chosen)
    const isUnknown = neighbor !== undefined && explained.neighbors.length === 0
    return isUnknown ? failed(unknownNeighbor(neighbor, known, vrf)) : ok({ prefix: explained })
  })
}

type Answer = { readonly neighbors?: readonly NeighborExplanation[]; readonly prefix?: PrefixExplanation }

async function explain(options: ExplainOptions, io: Io, ask: (known: Known) => Result<Answer>): Promise<ExitCode> {
  const prepared = await prepare(options, io.cwd)
  if (!prepared.ok) return print(prepared, [], options, io)
  const { sources } = prepared.value.registry
  const learnt = await learn(prepared.value)
  if (!learnt.ok) return print(failed(...(await addPositions(learnt.problems, sources))), [], options, io)
  const { known, problems, leftOut } = learnt.value
  const located = await addPositions(problems, sources)
  if (leftOut !== undefined) io.stderr.write(`${leftOutNotice(leftOut)}\n\n`)
  const answer = ask({ ...known, problems: located })
  if (answer.ok) return print(ok(await locateOrigins(answer.value, sources)), located, options, io)
  return print(failed(...(await addPositions(answer.problems, sources))), located, options, io)
}

type Learnt = {
  readonly known: Known
  readonly problems: readonly Problem[]
  /** Present where the answer is about fewer objects than the node would use. */
  readonly leftOut?: readonly ObjectRef[]
}

/** What the objects mean; where they are in conflict, what those mean that could be kept. */
async function learn({ registry, facts, policy }: Prepared): Promise<Result<Learnt>> {
  const gathered = await gather(registry.sources, localFacts(facts), AbortSignal.timeout(60_000))
  const whole = compile(gathered, { ...registry, policy })
  const compiled = whole.ok ? whole : compile(gathered, { ...registry, policy: 'quarantine' })
  if (!compiled.ok) return compiled
  const { model, objects, leftOut } = compiled.value
  const documents = gathered.objects.flatMap((object) => {
    if (object.apiVersion !== apiVersion || object.object.kind !== 'FRRConfiguration') return []
    const parsed = parseFrrConfiguration(object)
    return parsed.ok ? [parsed.value.document] : []
  })
  const problems = whole.ok ? whole.value.problems : whole.problems
  const { labels } = gathered.facts
  const unsaid = registry.translators.flatMap((translator) => {
    const reads = (object: SourceObject) =>
      translator.kinds.some(({ apiVersion: of, kind }) => of === object.apiVersion && kind === object.object.kind)
    const translation = translator.translate({ ...gathered, objects: gathered.objects.filter(reads) })
    return translation.unsaid?.() ?? []
  })
  return ok({
    known: { model, documents, speaking: objects, leftOut, problems, labels, unsaid },
    problems,
    ...(!whole.ok && { leftOut }),
  })
}

function print(result: Result<Answer>, found: readonly Problem[], { output }: ExplainOptions, io: Io): ExitCode {
  const problems = result.ok ? found : [...found, ...result.problems]
  const answer: Answer = result.ok ? result.value : {}
  // An answer that leaves objects out is not about this node, but about one on which they are mended.
  const isWhole = problems.every(({ severity }) => severity === 'warning')
  if (output === 'json') printJson({ ok: isWhole, ...answer, problems: problems.map(problemJson) }, io)
  else {
    const { neighbors = [], prefix } = answer
    printProblems(problems, io)
    const text = neighbors.map(printNeighbor).join('\n') + (prefix === undefined ? '' : printPrefix(prefix))
    io.stdout.write(terminalSafe(text))
  }
  return isWhole ? 0 : 1
}

function leftOutNotice(objects: readonly ObjectRef[]): string {
  return `The node keeps what it ran before; the answer leaves out ${objects.map(objectName).join(', ')}.`
}

function canonical(name: string): string {
  return parseAddress(name)?.text ?? name
}

function vrfOf({ vrf }: ExplainOptions): string | undefined {
  return vrf === 'default' ? '' : vrf
}
