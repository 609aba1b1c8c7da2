import { expect, test } from 'vitest'
import { parseAddress } from './address.ts'
import { parsePrefix } from './prefix.ts'

test.each([
  { text: '192.0.2.1/24', canonical: '192.0.2.0/24' },
  { text: '0.0.0.0/0', canonical: '0.0.0.0/0' },
  { text: '255.255.255.255/32', canonical: '255.255.255.255/32' },
  { text: '10.0.0.1/024', canonical: '10.0.0.0/24' },
  { text: 'FC00:0::1/64', canonical: 'fc00::/64' },
  { text: '2001:db8:0:0:1:0:0:1/128', canonical: '2001:db8::1:0:0:1/128' },
  { text: '2001:db8::ffff/113', canonical: '2001:db8::8000/113' },
  { text: '::/0', canonical: '::/0' },
  { text: '::ffff:10.1.2.3/104', canonical: '10.0.0.0/8' },
  { text: '::ffff:0:0/90', canonical: '::ffc0:0:0/90' },
])('prefix $text means $canonical', ({ text, canonical }) => {
  expect(parsePrefix(text)?.text).toBe(canonical)
})

test.each([
  '10.0.0.0',
  '10.0.0.0/33',
  '10.0.0/8',
  '010.0.0.0/8',
  '10.0.0.256/8',
  '10.0.0.0/',
  '10.0.0.0/-1',
  '10.0.0.0/8 ',
  ' 10.0.0.0/8',
  '10.0.0.0/0x8',
  '::/129',
  '1:2:3:4:5:6:7/64',
  '1::2::3/64',
  '12345::/16',
  'fe80::1%eth0/64',
  '::ffff:1.2.3/104',
  '',
  '/8',
  ':::/8',
  '1:2:3:4:5:6:7::8/64',
  '10.0.0.0.0/8',
  '1.2.3.4::/64',
])('%j is no prefix', (text) => {
  expect(parsePrefix(text)).toBeUndefined()
})

test.each([
  { text: 'FE80:0::0:1', canonical: 'fe80::1', family: 'ipv6' },
  { text: '1:0:0:2:0:0:0:3', canonical: '1:0:0:2::3', family: 'ipv6' },
  { text: '1:0:2:3:4:5:6:7', canonical: '1:0:2:3:4:5:6:7', family: 'ipv6' },
  { text: '::FFFF:192.0.2.1', canonical: '192.0.2.1', family: 'ipv4' },
  { text: '64:ff9b::192.0.2.33', canonical: '64:ff9b::c000:221', family: 'ipv6' },
  { text: '255.0.0.1', canonical: '255.0.0.1', family: 'ipv4' },
])('address $text means $canonical', ({ text, canonical, family }) => {
  expect(parseAddress(text)).toEqual({ text: canonical, family })
})
