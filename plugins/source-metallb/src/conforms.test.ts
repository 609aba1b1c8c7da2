import { objectTranslatorConforms } from '@frrkit/testing'
import { usual } from '../test/objects.ts'
import { translatorMetallb } from './translator.ts'

const facts = { hostname: 'worker-1', labels: {}, alwaysBlock: [], logLevel: 'info', hasIpv4: true } as const

objectTranslatorConforms('translator-metallb', () => translatorMetallb(), {
  input: { objects: usual, secrets: [], facts },
})
