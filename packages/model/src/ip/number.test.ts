import { expect, test } from 'vitest'
import { parseAddress } from './address.ts'
import { ipFromNumber, ipNumber } from './number.ts'

test.each([
  { text: '0.0.0.0', number: 0n },
  { text: '192.0.2.1', number: 0xc0000201n },
  { text: '255.255.255.255', number: 0xffffffffn },
  { text: '::', number: 0n },
  { text: '::1', number: 1n },
  { text: 'fc00:f853:ccd:e793::ff', number: 0xfc00f8530ccde79300000000000000ffn },
])('$text is $number, and back', ({ text, number }) => {
  const address = parseAddress(text)
  if (address === undefined) throw new Error('BUG: no address')
  expect(ipNumber(address)).toBe(number)
  expect(ipFromNumber(address.family, number)).toEqual(address)
})
