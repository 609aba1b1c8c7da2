/** The same object without its undefined fields: in the model, absent is absent. */
export function defined<Fields extends object>(
  fields: Fields,
): { [Field in keyof Fields]?: Exclude<Fields[Field], undefined> } {
  // Exactly the filter that the type describes.
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never
}
