/** The words of FRR's grammar after which the rest of a line is secret: passwords and keys of BGP, the vty and the IGPs. */
const beforeSecret = [
  'password',
  'key-string',
  'authentication-key',
  'message-digest-key[ \\t]+\\S+[ \\t]+md5',
  'authentication[ \\t]+string',
  'nhrp[ \\t]+authentication',
].join('|')
const secret = new RegExp(`(\\b(?:${beforeSecret})[ \\t]+)\\S[^\\n]*`, 'gi')

/** A command, or FRR's words about one (it echoes what it refuses), with every secret replaced by `(hidden)`. */
export function hideSecrets(text: string): string {
  return text.replace(secret, '$1(hidden)')
}
