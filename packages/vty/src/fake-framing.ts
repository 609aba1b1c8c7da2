import type { VtyAnswer } from './framing.ts'

/** The daemons' side of the socket: what arrives is a command, or words that no command asked for. */
export type FakeInput = { readonly command: string } | { readonly words: string }

export type CommandReader = { push(bytes: Uint8Array): readonly FakeInput[] }

/**
 * Cuts a stream into commands as FRR does, with its fixed buffer: when that is full, FRR complains without ending an answer,
 * forgets what it has, and goes on with the next byte; if that was the NUL, nobody ever answers.
 */
export function createCommandReader(maxBytes: number): CommandReader {
  const decoder = new TextDecoder()
  let held: number[] = []
  return {
    push(bytes) {
      const input: FakeInput[] = []
      for (const byte of bytes) {
        held.push(byte)
        if (held.length === maxBytes + 2) {
          input.push({ words: '% Command is too long.\n' })
          held = []
        } else if (byte === 0) {
          input.push({ command: decoder.decode(Uint8Array.from(held.slice(0, -1))) })
          held = []
        }
      }
      return input
    },
  }
}

export function encodeAnswer({ text, status }: VtyAnswer): Uint8Array {
  return Buffer.concat([Buffer.from(text), Uint8Array.of(0, 0, 0, status)])
}
