import { expect, test } from 'vitest'
import { createSyntaxBatch } from './syntax-batch.ts'
import { createSyntaxCheck } from './vtysh.ts'

test("FRR's parser says nothing to what it takes, and names the line that it does not take", () => {
  const vtysh = createSyntaxCheck()
  expect(vtysh.check('router bgp 64512\n  neighbor eth0 interface remote-as external\n')).toBe('')
  expect(vtysh.check('router bgp 64512\n  neighbour eth0\n')).toContain('line 2: % Unknown command')
  vtysh.close()
  expect(() => vtysh.check('')).toThrow('ENOENT')
})

const compiled = (frrConf: string) => ({ value: { frrConf, problems: [] } })

test('a batch asks once for many, and one by one for the culprit', () => {
  const asked: string[] = []
  const batch = createSyntaxBatch((text) => {
    asked.push(text)
    return text.includes('b') ? 'no' : ''
  }, 3)
  for (const [i, text] of ['a', 'a', 'a', 'a', 'b', 'a'].entries()) batch.add(i, compiled(text))
  expect(asked).toEqual(['aaa', 'aba', 'a', 'b'])
  expect(batch.refused()).toBe(4)
})
