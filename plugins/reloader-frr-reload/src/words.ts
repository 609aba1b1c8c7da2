import { hidden, redactFrrText } from '@frrkit/model'

/** Makes FRR's output fit for a log and a status: no secret, no decoration, nothing twice. */
export type Wording = (output: string) => string

const maxLines = 100

/** `configurations` are the texts whose secrets must not appear, whatever FRR does to the line around them. */
export function createWording(...configurations: readonly string[]): Wording {
  const secrets = new Set(configurations.flatMap(secretsOf))
  const blank = [...secrets].flatMap(spellings).toSorted((a, b) => b.length - a.length)
  return (output) => {
    const lines = blank.reduce(hide, redact(output.replace(ansiColors, '').replace(logPrefix, '')))
    const distinct = new Set(lines.split('\n').map((line) => line.trimEnd()))
    const telling = [...distinct].filter((line) => line !== '' && !chatter.test(line))
    const left = telling.length - maxLines
    return [...telling.slice(0, maxLines), ...(left > 0 ? [`… (${left} more lines)`] : [])].join('\n')
  }
}

const ansiColors = new RegExp(`${String.fromCharCode(27)}\\[\\d*m`, 'g')
// "2026-11-23 03:55:55,615 WARNING: "; the date alone would make two equal outcomes different.
const logPrefix = /^\d{4}-\d\d-\d\d [\d:,]+\s+[A-Z]+: /gm

/** Raw lines may abbreviate, and FRR repeats them as they were written. */
function redact(text: string): string {
  return redactFrrText(spellOut(text))
}

function spellOut(text: string): string {
  return text.replace(/\bpassw(o|or)?(?=\s)/gi, 'password')
}

// FRR 10 loads a file into all daemons at once and says so, with the ids of the processes that do it.
const chatter = new RegExp(
  [
    /^\[\d+\|\w+\] (sending configuration|done)$/,
    /^(\[\d+\|\w+\] )?Configuration file\[.*\] processing failure: \d+$/,
    /^Waiting for children to finish applying config\.\.\.$/,
    /^% Configuration applied with notes:$/,
    /^(MGMTD: )?No changes found to be committed!$/,
  ]
    .map(({ source }) => source)
    .join('|'),
)

/** Every secret of a frr.conf: what redaction takes away. */
function secretsOf(frrConf: string): readonly string[] {
  const redacted = redact(frrConf).split('\n')
  return spellOut(frrConf)
    .split('\n')
    .flatMap((line, i) => {
      const shown = redacted[i] ?? ''
      const start = shown.indexOf(hidden)
      if (shown === line || start < 0) return []
      // `password 8 HASH`: the number says that a hash follows, and is no secret.
      const secret = line
        .slice(start)
        .trim()
        .replace(/^\d\s+/, '')
      return secret === '' ? [] : [secret]
    })
}

/** As it is, and as Python writes it when the script prints a list of lines. */
function spellings(secret: string): readonly string[] {
  const escaped = secret.replaceAll('\\', '\\\\')
  return [...new Set([secret, escaped, escaped.replaceAll("'", "\\'")])]
}

// A secret of one or two letters is in every other word; blanking those would say what it is.
function hide(text: string, secret: string): string {
  if (secret.length >= 4) return text.replaceAll(secret, hidden)
  const literal = secret.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
  return text.replace(new RegExp(`(?<![^\\s'"])${literal}(?![^\\s'"])`, 'g'), hidden)
}
