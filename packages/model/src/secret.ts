/** A string that prints as `(hidden)` wherever it is printed by accident: templates, logs, JSON, inspection. */
export type Secret = {
  /** The text itself. Only what writes frr.conf calls this. */
  reveal(): string
  toString(): string
  toJSON(): string
}

export const hidden = '(hidden)'

export function secret(text: string): Secret {
  // The text lives in a closure, not in a property: nothing that walks over objects can find it.
  return Object.freeze({ reveal: () => text, toString: () => hidden, toJSON: () => hidden })
}
