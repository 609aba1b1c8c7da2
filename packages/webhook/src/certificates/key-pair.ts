/** A certificate and its private key, as PEM. */
export type KeyPair = { readonly cert: string; readonly key: string }
