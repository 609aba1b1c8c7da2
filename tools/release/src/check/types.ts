import { checkPackage, type Package } from '@arethetypeswrong/core'
import { groupProblemsByKind } from '@arethetypeswrong/core/utils'

/**
 * What arethetypeswrong finds for those who import the package from ES modules: Node's own resolution and bundlers'.
 * Not counted: `node10`, which knows no `exports` (our engines begin far later), and that CommonJS gets an ES module,
 * which Node loads with `require` since 22.12.
 */
export async function typeFaults(tarball: Package): Promise<readonly string[]> {
  const result = await checkPackage(tarball)
  if (!result.types) return []
  const found = result.problems.filter(
    (problem) =>
      problem.kind !== 'CJSResolvesToESM' && !('resolutionKind' in problem && problem.resolutionKind === 'node10'),
  )
  return Object.entries(groupProblemsByKind(found)).flatMap(([kind, problems]) =>
    problems.map((problem) => `arethetypeswrong: ${kind} ${JSON.stringify(problem)}`),
  )
}
