import type { Receive, ReceiveFilter } from '@frrkit/model'
import { anOrigin, aPrefix, sourced } from '@frrkit/testing'
import { expect, test } from 'vitest'
import { asked, claims } from '../../test/claims.ts'
import { widest } from './widest.ts'

const from = (name: string) => anOrigin('spec.list', { name })
const filter = (text: string, le?: number, ge?: number): ReceiveFilter => ({
  prefix: aPrefix(text),
  ...(le !== undefined && { le }),
  ...(ge !== undefined && { ge }),
})
const filtered = (name: string, ...filters: readonly ReceiveFilter[]): Receive => ({
  mode: 'filtered',
  filters: filters.map((value) => sourced(value, from(name))),
})
const all = (name: string): Receive => ({ mode: 'all', origins: [from(name)] })

test.each([
  { case: 'nobody accepts anything', told: claims(filtered('a'), filtered('b')), merged: filtered('a') },
  {
    case: 'one accepts everything, another something',
    told: claims(all('a'), filtered('b', filter('10.0.0.0/8'))),
    merged: all('a'),
  },
  {
    case: 'two accept everything',
    told: claims(all('a'), filtered('b'), all('c')),
    merged: { mode: 'all', origins: [from('a'), from('c')] },
  },
  {
    // Prefix, le and ge in a row read alike: 1.0.0.0/12 and 1.0.0.0/1 le 2.
    case: 'filters are told apart by prefix, le and ge',
    told: claims<Receive>(
      filtered('a', filter('1.0.0.0/12'), filter('2001:db8::/32')),
      filtered('b', filter('0.0.0.0/1', 2), filter('1.0.0.0/12', 24), filter('1.0.0.0/12', 24, 16)),
    ),
    merged: {
      mode: 'filtered',
      filters: [
        sourced(filter('0.0.0.0/1', 2), from('b')),
        sourced(filter('1.0.0.0/12'), from('a')),
        sourced(filter('1.0.0.0/12', 24), from('b')),
        sourced(filter('1.0.0.0/12', 24, 16), from('b')),
        sourced(filter('2001:db8::/32'), from('a')),
      ],
    },
  },
  {
    case: 'one filter that two ask for',
    told: claims(filtered('a', filter('10.0.0.0/8', 24)), filtered('b', filter('10.0.0.0/8', 24))),
    merged: { mode: 'filtered', filters: [sourced(filter('10.0.0.0/8', 24), from('a'), from('b'))] },
  },
])('$case', ({ told, merged }) => {
  expect(widest()(asked, told)).toEqual({ ok: true, value: merged })
})
