import { crc32 as zlibCrc32 } from 'node:zlib'
import { assert, property, uint8Array } from 'fast-check'
import { expect, test } from 'vitest'
import { crc32 } from './crc32.ts'

test('the sum is the one that zlib computes', () => {
  assert(
    property(uint8Array(), (bytes) => {
      expect(crc32([...bytes])).toBe(zlibCrc32(bytes))
    }),
  )
})
