import { type Fields, isFields, type KubeObject, type ObjectMeta } from './kube-object.ts'
import { refuse } from './refusal.ts'
import type { FieldError } from './schema/field-error.ts'

const known = (
  'name generateName namespace selfLink uid resourceVersion generation creationTimestamp deletionTimestamp ' +
  'deletionGracePeriodSeconds labels annotations ownerReferences finalizers managedFields'
).split(' ')

/** Metadata is of one type for all kinds: what it does not know is dropped, and so is what says nothing. */
export function cleanMetadata(metadata: Fields, unknown: string[]): ObjectMeta {
  const kept = Object.entries(metadata).filter(([field, value]) => {
    if (!known.includes(field)) unknown.push(`metadata.${field}`)
    const empty = value === null || value === '' || (typeof value === 'object' && Object.keys(value).length === 0)
    if (field === 'labels' || field === 'annotations') refuseOtherThanTexts(field, value)
    return known.includes(field) && !empty
  })
  return Object.fromEntries(kept)
}

function refuseOtherThanTexts(field: string, value: unknown): void {
  const other = Object.values(value ?? {}).find((text) => typeof text !== 'string' && text !== null)
  if (other === undefined) return
  refuse(400, `json: cannot unmarshal ${typeof other} into Go struct field ObjectMeta.${field} of type string`)
}

const dnsLabel = '[a-z0-9]([-a-z0-9]*[a-z0-9])?'
const subdomain = `${dnsLabel}(\\.${dnsLabel})*`
const subdomainWords = `a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '${subdomain}')`
const labelValue = '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?'
const labelValueWords = `a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '${labelValue}')`

const namePart = '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]'
const namePartWords = `name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '${namePart}')`

/** What every kind demands of its metadata. */
export function checkMetadata({ metadata }: KubeObject, previous: KubeObject | undefined): readonly FieldError[] {
  const { name = '', labels = {}, annotations = {}, ownerReferences = [], finalizers = [] } = metadata
  const errors: FieldError[] = []
  const invalid = (field: string, value: unknown, detail: string): void => {
    errors.push({ reason: 'FieldValueInvalid', field: `metadata.${field}`, value, detail })
  }
  if (!matchesWhole(subdomain, name)) invalid('name', name, subdomainWords)
  if (name.length > 253) invalid('name', name, 'must be no more than 253 bytes')
  for (const [field, keys] of Object.entries({ labels, annotations })) {
    for (const key of Object.keys(keys))
      if (!matchesWhole(namePart, key.split('/').at(-1) ?? '')) invalid(field, key, namePartWords)
  }
  for (const value of Object.values(labels)) {
    if (value.length > 63) invalid('labels', value, 'must be no more than 63 bytes')
    if (!matchesWhole(labelValue, value)) invalid('labels', value, labelValueWords)
  }
  for (const owner of ownerReferences.filter(isFields)) {
    const empty = ['apiVersion', 'kind', 'name', 'uid'].filter((field) => (owner[field] ?? '') === '')
    for (const field of empty) {
      invalid(
        `ownerReferences.${field}`,
        '',
        field === 'apiVersion' ? 'version must not be empty' : 'must not be empty',
      )
    }
  }
  const added = finalizers.filter((finalizer) => !previous?.metadata.finalizers?.includes(finalizer))
  if (previous?.metadata.deletionTimestamp !== undefined && added.length > 0) {
    const detail = `no new finalizers can be added if the object is being deleted, found new finalizers []string{${added.map((one) => `"${one}"`).join(', ')}}`
    errors.push({ reason: 'FieldValueForbidden', field: 'metadata.finalizers', detail })
  }
  return errors
}

function matchesWhole(pattern: string, text: string): boolean {
  return new RegExp(`^(?:${pattern})$`).test(text)
}
