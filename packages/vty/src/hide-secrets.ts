/**
 * The words of FRR's grammar after which the rest of a line is secret: passwords and keys of BGP, LDP, the vty, the IGPs and
 * PCEP. People shorten and misspell them, and a refusal repeats what they wrote.
 */
const beforeSecret = [
  '(?<![^\\s-])pass?w\\w*',
  '\\bneig\\w*[ \\t]+\\S+[ \\t]+pass',
  '\\bkey-s(?:t(?:r(?:i(?:ng?)?)?)?)?',
  '\\bauthentication-key',
  '\\bmessage-digest-key[ \\t]+\\S+[ \\t]+md5',
  '\\bauthentication[ \\t]+string',
  '\\bhash-algo[ \\t]+\\S+[ \\t]+key',
  '\\btcp-md5-auth',
  '\\bnhrp[ \\t]+authentication',
].join('|')
const secret = new RegExp(`((?:${beforeSecret})[ \\t]+)\\S[^\\n]*`, 'gi')

/** A command, or FRR's words about one (it echoes what it refuses), with every secret replaced by `(hidden)`. */
export function hideSecrets(text: string): string {
  return text.replace(secret, '$1(hidden)')
}
