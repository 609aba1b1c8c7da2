import { expect, test } from 'vitest'
import { isLoopback, parseBindAddress } from './bind-address.ts'

test.each([
  { text: '0.0.0.0:9140', address: { host: '0.0.0.0', port: 9140 }, loopback: false },
  { text: '127.0.0.1:7572', address: { host: '127.0.0.1', port: 7572 }, loopback: true },
  { text: 'localhost:1', address: { host: 'localhost', port: 1 }, loopback: true },
  { text: '[::1]:9140', address: { host: '::1', port: 9140 }, loopback: true },
  { text: ':9140', address: { host: '::', port: 9140 }, loopback: false },
])('$text', ({ text, address, loopback }) => {
  expect(parseBindAddress(text, 'x')).toEqual(address)
  expect(isLoopback(address)).toBe(loopback)
})

test.each(['0', ''])('%j is off', (text) => {
  expect(parseBindAddress(text, 'x')).toBeUndefined()
})

test.each(['9140', '::1:9140', '127.0.0.1:70000', '127.0.0.1:'])('%j is refused', (text) => {
  expect(() => parseBindAddress(text, 'metricsBindAddress')).toThrow(
    `metricsBindAddress: ${JSON.stringify(text)} is no address and port, such as 127.0.0.1:9140, nor 0 for off`,
  )
})
