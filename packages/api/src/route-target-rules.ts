import type { CelRule } from './schema.ts'

type Words = { readonly name: 'RD' | 'RT'; readonly wildcard: boolean }

/**
 * The rules for route distinguishers and route targets (RFC 4360 §3, RFC 4364 §4.2), letter for letter those of the
 * reference's CRD. `matches` searches anywhere in the text, so "is a number" here only means "contains a digit": the
 * strict check is merge's.
 */
function rules({ name, wildcard }: Words): readonly CelRule[] {
  const star = wildcard ? `self.startsWith('*:') || ` : ''
  const unlessPair = `self.split(':').size() != 2 || `
  const administrators = wildcard ? `either '*', an IPv4 address, or a number` : 'either an IPv4 address or a number'
  return [
    { rule: `self.split(':').size() == 2`, message: `${name} must contain exactly one colon` },
    {
      rule: `${unlessPair}(${star}isIP(self.split(':')[0]) || self.split(':')[0].matches('[0-9]+'))`,
      message: `${name} global administrator must be ${administrators}`,
    },
    {
      rule: `${unlessPair}self.split(':')[1].matches('[0-9]+')`,
      message: `${name} local administrator must be a number`,
    },
    ...(wildcard
      ? [
          {
            rule: `${unlessPair}!self.startsWith('*:') || (self.split(':')[1].matches('[0-9]+') && uint(self.split(':')[1]) <= 4294967295u)`,
            message: `${name} with wildcard global administrator must have format *:OPQR where OPQR <= 4294967295`,
          },
        ]
      : []),
    {
      rule: `${unlessPair}!self.split(':')[0].contains('.') || (self.split(':')[1].matches('[0-9]+') && uint(self.split(':')[1]) <= 65535u)`,
      message: `${name} with IPv4 global administrator must have format A.B.C.D:MN where MN <= 65535`,
    },
    {
      rule: `${unlessPair}${star}self.split(':')[0].contains('.') || !self.split(':')[0].matches('[0-9]+') || !self.split(':')[1].matches('[0-9]+') || uint(self.split(':')[0]) <= 65535u || uint(self.split(':')[1]) <= 65535u`,
      message: `${name} with 4-byte ASN global administrator must have format GHJK:MN where GHJK <= 4294967295 and MN <= 65535`,
    },
    {
      rule: `${unlessPair}${star}self.split(':')[0].contains('.') || !self.split(':')[0].matches('[0-9]+') || !self.split(':')[1].matches('[0-9]+') || uint(self.split(':')[0]) > 65535u || uint(self.split(':')[1]) <= 4294967295u`,
      message: `${name} with 2-byte ASN global administrator must have format EF:OPQR where EF <= 65535 and OPQR <= 4294967295`,
    },
  ]
}

export const routeDistinguisherRules: readonly CelRule[] = rules({ name: 'RD', wildcard: false })
export const exportRouteTargetRules: readonly CelRule[] = rules({ name: 'RT', wildcard: false })
export const importRouteTargetRules: readonly CelRule[] = rules({ name: 'RT', wildcard: true })
