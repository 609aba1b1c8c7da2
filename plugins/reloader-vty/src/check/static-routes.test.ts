import { expect, test } from 'vitest'
import { checkText, messages } from '../../e2e/check-text.ts'

const route = 'ip route 10.0.0.0/8'
const other = (tag: string) => `another next hop of the prefix has another tag: ${tag}`

test.each([
  { routes: [`${route} 192.0.2.1 tag 7`, `${route} 192.0.2.2 tag 7`], wrong: [] },
  {
    routes: [`${route} 192.0.2.1 tag 7`, `${route} 192.0.2.2`],
    wrong: [`${route} 192.0.2.2: ${other('7')}`],
  },
  { routes: [`${route} 192.0.2.1`, `${route} 192.0.2.2 tag 7`], wrong: [`${route} 192.0.2.2 tag 7: ${other('none')}`] },
  { routes: [`${route} 192.0.2.1 tag 7`, `${route} 192.0.2.2 9 tag 8`], wrong: [] },
  { routes: [`${route} 192.0.2.1 tag 7`, `${route} 192.0.2.1 table 9 tag 8`], wrong: [] },
  { routes: ['vrf red', `${route} 192.0.2.1 tag 7`, 'exit-vrf', `${route} 192.0.2.1 tag 8`], wrong: [] },
])('of $routes, $wrong is wrong', ({ routes, wrong }) => {
  expect(messages(checkText(routes.join('\n')))).toEqual(wrong)
})
