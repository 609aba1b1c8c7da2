import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { contractsOfToday, versionsOf } from './contracts.ts'

test('docs/contracts.md lists every version that is understood, those of today first', async () => {
  const page = await readFile(new URL('../../../../docs/contracts.md', import.meta.url), 'utf8')
  let name = ''
  const listed = [...page.matchAll(/^\| (?:`([a-z-]+)`)? ?\| v(\d+)(, by an adapter)? \|/gm)].map(
    ([, named = name, version, adapted]) => {
      name = named
      return { contract: `${name}/v${version}`, adapted: adapted !== undefined }
    },
  )
  const understood = contractsOfToday
    .flatMap((contract) => versionsOf(contract.replace(/\/v\d+$/, '')).toReversed())
    .map((contract) => ({ contract, adapted: !contractsOfToday.includes(contract) }))
  expect(listed.toSorted(byContract)).toEqual(understood.toSorted(byContract))
  expect(understood.some(({ adapted }) => adapted)).toBe(true)
})

function byContract(a: { readonly contract: string }, b: { readonly contract: string }): number {
  return a.contract < b.contract ? -1 : 1
}
