/** What a terminal acts upon, a log takes for the end of a line, or nobody sees. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u
const everyUnseen = new RegExp(unseen, 'gu')

/**
 * The text on one line, every character of it visible: messages repeat what somebody wrote, and that must neither look
 * like another message nor like something else than it is.
 */
export function visible(text: string): string {
  return unseen.test(text) ? text.replace(everyUnseen, escaped) : text
}

function escaped(character: string): string {
  if (character === '\n') return String.raw`\n`
  const hex = (character.codePointAt(0) ?? 0).toString(16)
  return hex.length > 4 ? `\\u{${hex}}` : `\\u${hex.padStart(4, '0')}`
}
