import { expect, test } from 'vitest'
import { withVersions } from './copy-outside.ts'

test('an asterisk becomes what npm install would write', () => {
  const asked = '{"dependencies": {"@frrkit/model": "*", "@acme/x": "1.0.0"}, "devDependencies": {"typescript": "*"}}'
  expect(withVersions(asked, { '@frrkit/model': '^0.3.1', typescript: '7.0.2' })).toBe(
    '{"dependencies": {"@frrkit/model": "^0.3.1", "@acme/x": "1.0.0"}, "devDependencies": {"typescript": "7.0.2"}}',
  )
})

test('nobody can ask for what is not published', () => {
  expect(() => withVersions('{"dependencies": {"@frrkit/kubectl": "*"}}', {})).toThrow(
    'BUG: "@frrkit/kubectl": "*": no such package is published, and we use none of that name',
  )
})
