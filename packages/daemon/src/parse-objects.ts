import type { FrrConfigurationSpec, Frrk8sConfigurationSpec } from '@frrkit/api'
import {
  apiVersion,
  type Document,
  failed,
  objectName,
  ok,
  type Parsed,
  type Problem,
  parseFrrConfiguration,
  parseFrrk8sConfiguration,
  type Result,
  type SourceObject,
} from '@frrkit/model'
import type { DocumentKind, ObjectTranslator } from '@frrkit/plugin'

/** Objects by what they turned out to be. */
export type ParsedObjects = {
  readonly documents: readonly Document<FrrConfigurationSpec>[]
  readonly settings: readonly Document<Frrk8sConfigurationSpec>[]
  /** Documents of the kinds that plugins bring, by slot. */
  readonly slots: ReadonlyMap<string, readonly Document[]>
  /** Errors, and what an API server would have warned of. */
  readonly problems: readonly Problem[]
  /** The objects that the errors are about. */
  readonly refused: readonly SourceObject[]
}

const configurations = new WeakMap<SourceObject, Result<Parsed<FrrConfigurationSpec>>>()

/** Validates every object by its kind. An object that a source hands over again is not validated again. */
export function parseObjects(
  objects: readonly SourceObject[],
  kinds: readonly DocumentKind[],
  translators: readonly ObjectTranslator[],
): ParsedObjects {
  const documents: Document<FrrConfigurationSpec>[] = []
  const settings: Document<Frrk8sConfigurationSpec>[] = []
  const slots = new Map<string, Document[]>(kinds.map(({ slot }) => [slot, []]))
  const problems: Problem[] = []
  const refused: SourceObject[] = []
  const refuse = (object: SourceObject, found: readonly Problem[]) => {
    refused.push(object)
    problems.push(...found)
  }
  const take = <Spec>(object: SourceObject, result: Result<Parsed<Spec>>, into: Document<Spec>[]) => {
    if (!result.ok) return refuse(object, result.problems)
    into.push(result.value.document)
    problems.push(...result.value.warnings)
  }
  for (const object of objects) {
    const kind = kinds.find(
      (candidate) => candidate.apiVersion === object.apiVersion && candidate.kind === object.object.kind,
    )
    if (kind !== undefined) take(object, withoutWarnings(kind.parse(object)), slots.get(kind.slot) ?? [])
    else if (object.apiVersion !== apiVersion) refuse(object, [unknownKind(object, kinds, translators)])
    else if (object.object.kind === 'FRRConfiguration') take(object, parsedOnce(object), documents)
    else if (object.object.kind === 'FRRK8sConfiguration') take(object, parseFrrk8sConfiguration(object), settings)
    else refuse(object, [unknownKind(object, kinds, translators)])
  }
  return { documents, settings, slots, problems, refused }
}

function parsedOnce(object: SourceObject): Result<Parsed<FrrConfigurationSpec>> {
  const known = configurations.get(object)
  if (known !== undefined) return known
  const parsed = parseFrrConfiguration(object)
  configurations.set(object, parsed)
  return parsed
}

function withoutWarnings(result: Result<Document>): Result<Parsed<unknown>> {
  return result.ok ? ok({ document: result.value, warnings: [] }) : failed(...result.problems)
}

function unknownKind(
  { object, apiVersion: version }: SourceObject,
  kinds: readonly DocumentKind[],
  translators: readonly ObjectTranslator[],
): Problem {
  const translated = Map.groupBy(
    translators.flatMap((translator) => translator.kinds),
    (kind) => kind.apiVersion,
  )

  const known = [
    `FRRConfiguration and FRRK8sConfiguration of ${apiVersion}`,
    ...kinds.map(({ apiVersion: of, kind }) => `${kind} of ${of}`),
    ...[...translated].map(([of, all]) => `${all.map(({ kind }) => kind).join(', ')} of ${of}`),
  ]
  return {
    code: 'document/unknown-kind',
    severity: 'error',
    subject: objectName(object),
    field: 'kind',
    reason: `nothing here reads ${object.kind} of ${version}`,
    evidence: [{ origin: { object, path: 'kind' }, says: object.kind }],
    help: `known kinds: ${known.join('; ')}`,
  }
}
