import type { Origin } from '@frrkit/model'

/** What one object says about one field. */
export type Claim<T> = { readonly value: T; readonly origin: Origin }

/**
 * What one object says about every field of something. No claim at all (undefined) where the object is wrong about the
 * field, which is reported already: comparing it with others would only repeat the report.
 */
export type Claims<Fields> = { readonly [Field in keyof Fields]-?: Claim<Fields[Field]> | undefined }
