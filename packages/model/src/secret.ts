/** A string that prints otherwise than it is wherever it is printed by accident: templates, logs, JSON, inspection. */
export type Secret = {
  /** The text itself. Only what writes frr.conf calls this. */
  reveal(): string
  toString(): string
  toJSON(): string
}

export const hidden = '(hidden)'

/** Prints as `(hidden)`. */
export function secret(text: string): Secret {
  // The text lives in a closure, not in a property: nothing that walks over objects can find it.
  return printsAs(text, () => hidden)
}

/** A text of which only a part must not be printed: it prints as `shown` says. */
export function printsAs(text: string, shown: (text: string) => string): Secret {
  return Object.freeze({ reveal: () => text, toString: () => shown(text), toJSON: () => shown(text) })
}
