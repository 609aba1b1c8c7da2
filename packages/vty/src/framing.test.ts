import { array, assert, integer, property, record, string } from 'fast-check'
import { expect, test } from 'vitest'
import { commandBytes, createAnswerReader, encodeCommand, type VtyAnswer } from './framing.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

function encodeAnswer({ text, status }: VtyAnswer): Uint8Array {
  return Uint8Array.of(...bytes(text), 0, 0, 0, status)
}

function read(...chunks: readonly Uint8Array[]): readonly VtyAnswer[] {
  const reader = createAnswerReader()
  return chunks.flatMap((chunk) => reader.push(chunk))
}

test.each([
  { command: 'enable', sent: 'enable\0' },
  { command: '', sent: '\0' },
  { command: 'neighbor x description grüßt', sent: 'neighbor x description grüßt\0' },
])('a command ends with NUL: "$command"', ({ command, sent }) => {
  expect(encodeCommand(command)).toBe(sent)
})

test.each([
  { case: 'without a word', stream: '\0\0\0\0', answers: [{ text: '', status: 0 }] },
  { case: 'with words', stream: '% no\n\0\0\0\x0d', answers: [{ text: '% no\n', status: 13 }] },
  { case: 'a status above 127', stream: bytes('no\0\0\0').length, answers: [{ text: 'no', status: 255 }] },
  {
    case: 'several at once',
    stream: 'a\0\0\0\0\0\0\0\x02b\0\0\0\0',
    answers: [
      { text: 'a', status: 0 },
      { text: '', status: 2 },
      { text: 'b', status: 0 },
    ],
  },
  { case: 'one that has not ended', stream: 'a\0\0\0\0half\0\0\0', answers: [{ text: 'a', status: 0 }] },
  { case: 'NULs that end nothing', stream: 'a\0b\0\0c\0\0\0\0', answers: [{ text: 'a\0b\0\0c', status: 0 }] },
])('an answer: $case', ({ stream, answers }) => {
  const sent = typeof stream === 'string' ? bytes(stream) : Uint8Array.of(...bytes('no'), 0, 0, 0, 255)
  expect(read(sent)).toEqual(answers)
})

const answer = record({
  // Text as FRR writes it: any letters, in more than one byte each, and no NUL.
  text: string({ unit: 'binary' }).map((text) => text.replaceAll('\0', '')),
  status: integer({ min: 0, max: 255 }),
})

test('however the stream is chunked, the answers are the same', () => {
  const cut = record({
    answers: array(answer, { maxLength: 8 }),
    sizes: array(integer({ min: 1, max: 9 })),
  })
  assert(
    property(cut, ({ answers, sizes }) => {
      const stream = Uint8Array.of(...answers.flatMap((one) => [...encodeAnswer(one)]))
      const chunks: Uint8Array[] = []
      for (let at = 0, i = 0; at < stream.length; i++) {
        const size = sizes[i] ?? stream.length
        chunks.push(stream.subarray(at, at + size))
        at += size
      }
      expect(read(...chunks)).toEqual(answers)
    }),
    { numRuns: 1000 },
  )
})

test('bytes that are reused by their owner do no harm', () => {
  const reader = createAnswerReader()
  const shared = bytes('first half')
  reader.push(shared)
  shared.fill(120)
  expect(reader.push(bytes('!\0\0\0\0'))).toEqual([{ text: 'first half!', status: 0 }])
})

test('a command is measured in bytes, and is one line', () => {
  expect(commandBytes('grüßt')).toBe(7)
  for (const command of ['a\nb', 'a\0b', 'a\r']) {
    expect(() => commandBytes(command)).toThrow('BUG: a command is one line, without a line break or a NUL')
  }
})
