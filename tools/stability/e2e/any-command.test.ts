import { frrVersions, requireLab } from '@frrkit/frr-lab'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { base } from '../src/base.ts'
import { failAt } from '../src/fail-at.ts'
import { type FaultyFrr, startFaultyFrr } from '../src/faulty-frr.ts'
import { neighbors } from '../src/places.ts'
import { reloaderOf } from '../src/reloader-of.ts'
import { runs } from '../src/runs.ts'
import { neighborOf, textOf } from '../src/spec.ts'

const canRun = await requireLab()
const signal = new AbortController().signal

/** Something of everything, for two daemons: lists, route-maps, neighbors, families, profiles, networks, come and gone. */
const before = base(undefined)
const after = structuredClone(before)
const subject = neighborOf(after, neighbors.subject)
Object.assign(subject, { password: 'other', holdTime: '90s', keepaliveTime: '30s', bfdProfile: 'spare' })
subject.toAdvertise = {
  allowed: { mode: 'filtered', prefixes: ['10.1.0.0/24', '10.1.2.0/24'] },
  withCommunity: [{ prefixes: ['10.1.0.0/24'], community: '65001:1' }],
}
after.bfdProfiles = [...after.bfdProfiles, { name: 'spare', receiveInterval: 400 }]
const [router] = after.routers
if (router) {
  router.neighbors = (router.neighbors ?? []).filter(({ address }) => address !== neighbors.ibgp)
  router.neighbors.push({ address: '192.0.2.77', asn: 65_077, toAdvertise: { allowed: { mode: 'all' } } })
  router.prefixes = ['10.1.0.0/24', '10.1.2.0/24', '10.1.3.0/24', '2001:db8:1000::/64']
}
const [old, wanted] = [textOf(before), textOf(after)]

describe.runIf(canRun).each(canRun ? await frrVersions() : [])(
  'any command of FRR $version',
  { timeout: 120_000 },
  (install) => {
    let faulty: FaultyFrr
    beforeAll(async () => {
      faulty = await startFaultyFrr('any-command', install)
    }, 60_000)
    afterAll(() => faulty?.stop())

    test.each([
      { case: 'is refused', fault: (): string => 'nonsense' },
      { case: 'is never answered', fault: (): undefined => undefined },
      { case: 'is lost with its connection', fault: (): string => Promise.reject(new Error('cut')) as never },
    ])('$case: the old configuration or the new one in the end, and it is said which', async ({ fault }) => {
      const { frr, sockets } = faulty
      const reloader = reloaderOf(frr, { vtyDir: sockets.vtyDir, answerWithin: 500, applyWithin: 500 })
      const to = async (text: string) => {
        sockets.set()
        expect(await reloader.reload(text, signal)).toMatchObject({ status: 'accepted' })
        expect(await runs(frr, text)).toBe(true)
      }
      await to(old)
      const counted = failAt(sockets, -1, fault)
      expect(await reloader.reload(wanted, signal)).toMatchObject({ status: 'accepted' })
      const commands = counted()
      expect(commands).toBeGreaterThan(20)
      for (let which = 0; which < commands; which += Math.ceil(commands / 5)) {
        await to(old)
        failAt(sockets, which, fault)
        const outcome = await reloader.reload(wanted, signal)
        const [isOld, isNew] = [await runs(frr, old), await runs(frr, wanted)]
        if (outcome.status === 'accepted') expect({ which, isOld, isNew }).toEqual({ which, isOld: false, isNew: true })
        else if (outcome.status === 'rejected' && outcome.running === 'unchanged')
          expect({ which, isOld, isNew }).toEqual({ which, isOld: true, isNew: false })
        else
          expect(outcome).toMatchObject({
            status: 'unreachable',
            words: expect.stringMatching(/bgpd|bfdd|zebra|mgmtd/),
          })
        // Whatever it was: the next try ends well.
        await to(wanted)
      }
    })
  },
)
