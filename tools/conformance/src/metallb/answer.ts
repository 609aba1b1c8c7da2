import { formatProblem } from '@frrkit/model'
import { translate } from '@frrkit/source-metallb'
import { type Config, type MetallbCase, objectsFrom, secretsFrom } from './case.ts'

/** What frrkit makes of a case: the FRRConfiguration and the services announced, or everything that stands against it. */
export type MetallbAnswer =
  | {
      readonly id: string
      readonly ok: true
      readonly config: Config | null
      readonly announced: readonly string[]
    }
  | { readonly id: string; readonly ok: false; readonly problems: readonly string[] }

export function answerMetallb(given: MetallbCase): MetallbAnswer {
  const { id, node, options = {} } = given
  const input = { objects: objectsFrom(given), secrets: secretsFrom(given), node }
  const { documents, problems, announcements } = translate(input, options)
  const errors = problems.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) return { id, ok: false, problems: errors.map(formatProblem) }
  const config = (documents[0]?.body as Config | undefined) ?? null
  const announced = announcements.map(({ service: { namespace, name } }) => `${namespace}/${name}`).toSorted()
  return { id, ok: true, config, announced }
}
