/** What a terminal acts upon, or nobody sees; line feeds stay. */
const unseen = /[^\P{Cc}\n]|[\p{Cf}\p{Zl}\p{Zp}]/gu

/** Text that somebody else may have written, with every character visible: it must not look like something it is not. */
export function terminalSafe(text: string): string {
  return text.replace(unseen, (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`)
}
