import type { Cause } from '../refusal.ts'

/** Something wrong with one field, in the words of Kubernetes. */
export type FieldError = {
  readonly reason: keyof typeof words
  /** `spec.routers[0].asn` */
  readonly field: string
  /** What is there, where the words repeat it. */
  readonly value?: unknown
  readonly detail?: string
}

const words = {
  FieldValueInvalid: 'Invalid value',
  FieldValueTypeInvalid: 'Invalid value',
  FieldValueNotSupported: 'Unsupported value',
  FieldValueRequired: 'Required value',
  FieldValueDuplicate: 'Duplicate value',
  FieldValueForbidden: 'Forbidden',
  FieldValueTooLong: 'Too long',
  FieldValueTooMany: 'Too many',
} as const

/** `Invalid value: 5: must be odd` */
export function messageOf({ reason, value, detail }: FieldError): string {
  const shown = value === undefined ? undefined : JSON.stringify(value)
  return [words[reason], shown, detail].filter((part) => part !== undefined && part !== '').join(': ')
}

export function causeOf(error: FieldError): Cause {
  return { reason: error.reason, message: messageOf(error), field: error.field }
}

export function textOfErrors(errors: readonly FieldError[]): string {
  const texts = errors.map((error) => `${error.field}: ${messageOf(error)}`)
  return texts.length === 1 ? (texts[0] ?? '') : `[${texts.join(', ')}]`
}
