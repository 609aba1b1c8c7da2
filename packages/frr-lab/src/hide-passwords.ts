/**
 * FRR echoes a line that it refuses, and vtysh takes lines as arguments: both would carry a neighbor's password into an
 * error. Everything after the word up to the end of the line goes, since FRR allows spaces in a password.
 */
export function hidePasswords(text: string): string {
  return text.replace(/\b(password[ \t]+)\S.*$/gim, '$1(hidden)')
}
