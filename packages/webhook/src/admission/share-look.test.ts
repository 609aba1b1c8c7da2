import { expect, test } from 'vitest'
import { shareLook } from './share-look.ts'

const { signal } = new AbortController()

function manual() {
  const looks: PromiseWithResolvers<string>[] = []
  const share = shareLook(() => {
    const look = Promise.withResolvers<string>()
    looks.push(look)
    return look.promise
  })
  const begun = (count: number) => expect.poll(() => looks.length).toBe(count)
  return { looks, begun, ask: () => share(signal) }
}

test('who asks while somebody looks waits for the next look, together with others', async () => {
  const { looks, begun, ask } = manual()
  const first = ask()
  await begun(1)
  const [second, third] = [ask(), ask()]
  looks[0]?.resolve('before')
  expect(await first).toBe('before')
  await begun(2)
  const fourth = ask()
  looks[1]?.resolve('after')
  expect(await Promise.all([second, third])).toEqual(['after', 'after'])
  await begun(3)
  looks[2]?.resolve('later')
  expect(await fourth).toBe('later')
})

test('a look that fails fails for those who share it', async () => {
  const { looks, begun, ask } = manual()
  const first = ask()
  await begun(1)
  const second = ask()
  looks[0]?.reject(new Error('broken'))
  await expect(first).rejects.toThrow('broken')
  await begun(2)
  looks[1]?.resolve('well')
  expect(await second).toBe('well')
})
