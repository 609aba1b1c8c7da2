import { findFrr } from './frr/install.ts'
import { createLab } from './lab.ts'

export type LabVerdict = { readonly ok: true } | { readonly ok: false; readonly reason: string; readonly fix: string }

/** Whether this process can run labs with FRR. It tries, with two nodes and a link, rather than guess from capabilities. */
export async function canRunLab(): Promise<LabVerdict> {
  const root = process.getuid?.() === 0
  const onLinux = process.platform === 'linux'
  return judge({
    platform: process.platform,
    root,
    frr: onLinux && (await findFrr()) !== undefined,
    trial: onLinux && root ? await tryLab() : undefined,
  })
}

export type LabFacts = {
  readonly platform: string
  readonly root: boolean
  readonly frr: boolean
  /** Why the trial did not work; `undefined` when it did, or when it makes no sense to try. */
  readonly trial: string | undefined
}

export function judge({ platform, root, frr, trial }: LabFacts): LabVerdict {
  if (platform !== 'linux') {
    return {
      ok: false,
      reason: `labs need Linux network namespaces, this is ${platform}`,
      fix: 'run in a Linux VM or container',
    }
  }
  if (!root) return { ok: false, reason: 'labs need root', fix: 'run as root (sudo), or in a privileged container' }
  if (!frr) return { ok: false, reason: 'there is no FRR', fix: 'apt-get install frr frr-pythontools' }
  if (trial !== undefined) {
    return {
      ok: false,
      reason: `network namespaces do not work here: ${trial}`,
      fix: 'install iproute2, and in a container allow it: --privileged, or CAP_SYS_ADMIN and CAP_NET_ADMIN without a seccomp profile',
    }
  }
  return { ok: true }
}

async function tryLab(): Promise<string | undefined> {
  try {
    const lab = await createLab({ name: 'trial' })
    try {
      const [a, b] = await Promise.all([lab.node('a'), lab.node('b')])
      await lab.link(a, b)
    } finally {
      await lab.stop()
    }
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
