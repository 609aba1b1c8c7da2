/** The bytes of a text in UTF-8. A lone surrogate becomes U+FFFD, as everywhere where text is written. */
export function utf8Bytes(text: string): readonly number[] {
  const encoded = encodeURIComponent(text.toWellFormed())
  const bytes: number[] = []
  for (let i = 0; i < encoded.length; i++) {
    if (encoded[i] === '%') {
      bytes.push(Number.parseInt(encoded.slice(i + 1, i + 3), 16))
      i += 2
    } else bytes.push(encoded.charCodeAt(i))
  }
  return bytes
}

/** The text that bytes are in UTF-8, or undefined where they are none. */
export function utf8Text(bytes: Uint8Array): string | undefined {
  try {
    return decodeURIComponent([...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''))
  } catch {
    return undefined
  }
}
