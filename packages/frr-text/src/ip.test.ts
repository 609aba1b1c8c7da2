import { expect, test } from 'vitest'
import { canonicalAddress, canonicalIp, classfulLength, maskLength } from './ip.ts'

test.each([
  ['10.1.2.3/8', '10.0.0.0/8'],
  ['10.1.2.3/0', '0.0.0.0/0'],
  ['10.1.2.3/32', '10.1.2.3/32'],
  ['10.1.2.255/25', '10.1.2.128/25'],
  ['2001:DB8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
  ['2001:db8::ffff/121', '2001:db8::ff80/121'],
  ['0:0:0:0:0:0:0:0', '::'],
  ['::/0', '::/0'],
  ['1:0:2:3:4:5:6:7', '1:0:2:3:4:5:6:7'],
  ['::ffff:192.0.2.1', '::ffff:c000:201'],
  ['65001:7', '65001:7'],
  ['1:2:3', '1:2:3'],
  ['10.1.2.3/33', '10.1.2.3/33'],
  ['10.1.2/8', '10.1.2/8'],
  ['::1::2', '::1::2'],
  ['eth0/1', 'eth0/1'],
  ['words', 'words'],
])('%s is shown as %s', (written, shown) => {
  expect(canonicalIp(written)).toBe(shown)
})

test('the address of an interface keeps its host bits', () => {
  expect(canonicalAddress('2001:DB8::1/64')).toBe('2001:db8::1/64')
})

test.each([
  ['255.255.255.0', 24],
  ['0.0.0.0', 0],
  ['255.0.255.0', undefined],
])('the mask %s has the length %s', (mask, length) => {
  expect(maskLength(mask)).toBe(length)
})

test.each([
  ['10.0.0.0', 8],
  ['172.16.0.0', 16],
  ['192.168.1.0', 24],
  ['224.0.0.1', undefined],
])('%s has the classful length %s', (address, length) => {
  expect(classfulLength(address)).toBe(length)
})
