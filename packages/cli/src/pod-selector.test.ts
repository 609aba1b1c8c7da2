import { expect, test } from 'vitest'
import { podSelector } from './pod-selector.ts'

test.each([
  'app.kubernetes.io/component=frr-k8s',
  'app == frr-k8s, tier!=a',
  'tier in (a, b),!canary',
  'tier notin (a),app',
  'app=',
  '',
])('"%s" is a selector', (text) => {
  expect(podSelector(text)).toBe(text)
})

test.each([
  { text: 'a=b=c', says: 'b=c: the value is not made of letters, digits, and - _ . between them' },
  { text: 'app=frr-k8s,', says: '"": the label is not made of letters, digits, and - _ . between them' },
  { text: 'app in a', says: '"app in a": the label is not made of' },
  { text: '@', says: '@: the label is not made of letters' },
  { text: 'a/b/c=x', says: 'a/b/c: the label has more than one slash' },
])('"$text" is none', ({ text, says }) => {
  expect(() => podSelector(text)).toThrow(says)
})
