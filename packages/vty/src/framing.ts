/** What a daemon says to one command. */
export type VtyAnswer = {
  /** FRR's own number: 0 says that the command was understood, not that it had the wished effect. */
  readonly status: number
  readonly text: string
}

const nul = 0
const headerLength = 4 // 00 00 00 and the status
const decoder = new TextDecoder()

/** A command as it goes over the socket, in UTF-8: with a NUL behind it. */
export function encodeCommand(command: string): string {
  return `${command}\0`
}

/** How long a command is for FRR, which counts bytes. Throws for what is not one command. */
export function commandBytes(command: string): number {
  // FRR would take a NUL for the end of the command, and whatever follows for a command of its own.
  if (/[\0\r\n]/.test(command)) throw new Error('BUG: a command is one line, without a line break or a NUL')
  return Buffer.byteLength(command)
}

export type AnswerReader = {
  /** The answers that these bytes complete; the rest waits for the next bytes. */
  push(bytes: Uint8Array): readonly VtyAnswer[]
}

/** Cuts a stream of bytes into answers: a text without NUL, three NULs, the status. However the stream is chunked, the answers are the same. */
export function createAnswerReader(): AnswerReader {
  let text: Uint8Array[] = []
  let header = 0

  const take = (status: number): VtyAnswer => {
    const answer = { status, text: decoder.decode(concat(text)) }
    text = []
    header = 0
    return answer
  }
  return {
    push(bytes) {
      const answers: VtyAnswer[] = []
      let at = 0
      while (at < bytes.length) {
        if (header === 0) {
          // Only here are many bytes looked at; an answer of some megabytes is never copied more than once.
          const end = bytes.indexOf(nul, at)
          text.push(bytes.slice(at, end === -1 ? undefined : end))
          if (end === -1) break
          at = end
        }
        const byte = bytes[at++] ?? nul
        header++
        if (header === headerLength) answers.push(take(byte))
        else if (byte !== nul) {
          // FRR writes no NUL into a text; should it ever, one or two of them are text and not an end.
          text.push(new Uint8Array(header - 1), Uint8Array.of(byte))
          header = 0
        }
      }
      return answers
    },
  }
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
