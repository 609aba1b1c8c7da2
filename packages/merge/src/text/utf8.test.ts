import { assert, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { utf8Bytes, utf8Text } from './utf8.ts'

test('bytes are those that Node knows', () => {
  assert(
    property(string({ unit: 'binary' }), (text) => {
      expect(utf8Bytes(text)).toEqual([...new TextEncoder().encode(text)])
      expect(utf8Text(new TextEncoder().encode(text))).toBe(text)
    }),
  )
})

test('a lone surrogate is what Node writes for it', () => {
  expect(utf8Bytes('a\ud800')).toEqual([...new TextEncoder().encode('a\ud800')])
})

test('bytes that are no UTF-8 are no text', () => {
  expect(utf8Text(Uint8Array.of(0x66, 0xff))).toBeUndefined()
})
