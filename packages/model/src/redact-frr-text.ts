import { hidden, printsAs, type Secret } from './secret.ts'

/** Where a text was looked at before, why FRR refuses a line is behind it: `password (hidden): there is no such neighbor`. */
const isHidden = String.raw`(?!\(hidden\)(?::|$))`

/**
 * The words after which FRR's grammar has a secret up to the end of the line: passwords of BGP, LDP, IS-IS and the vty,
 * keys of OSPF, RIP, NHRP and PCEP, and those of key chains. `message-digest` is followed by a key number first. People shorten
 * the words where they write raw text, as far as FRR knows them apart, and misspell them: a refusal repeats what they wrote.
 */
const secrets = [
  /(?:^|[^\S\n]|-)pass?w\w*[^\S\n]+/,
  /\bneig\w*[^\S\n]+\S+[^\S\n]+pass[^\S\n]+/,
  /\bkey-s(?:t(?:r(?:i(?:ng?)?)?)?)?[^\S\n]+/,
  /\bauthentication-key[^\S\n]+/,
  /\bmessage-digest-key[^\S\n]+\S+[^\S\n]+md5[^\S\n]+/,
  /\bauthentication[^\S\n]+string[^\S\n]+/,
  /\bhash-algo[^\S\n]+\S+[^\S\n]+key[^\S\n]+/,
  /\btcp-md5-auth[^\S\n]+/,
  /\bnhrp[^\S\n]+authentication[^\S\n]+/,
].map(({ source }) => new RegExp(`(${source})${isHidden}[^\\n]+`, 'gim'))

/** FRR's text (a configuration, or what a daemon answers) with every secret replaced by `(hidden)`. */
export function redactFrrText(text: string): string {
  return secrets.reduce((known, pattern) => known.replace(pattern, `$1${hidden}`), text)
}

/** FRR's text as a value: whole for those who write frr.conf, without its secrets wherever else it is printed. */
export function frrText(text: string): Secret {
  return printsAs(text, redactFrrText)
}
