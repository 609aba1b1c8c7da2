import { X509Certificate } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { type Certificate, selfSigned } from './certificate.ts'
import { keepCertificate } from './keep-certificate.ts'

async function start() {
  const dir = await mkdtemp(join(tmpdir(), 'frrkit-certs-'))
  const files = { certFile: join(dir, 'tls.crt'), keyFile: join(dir, 'tls.key') }
  const [ended, words] = [new AbortController(), [] as string[]]
  onTestFinished(async () => {
    ended.abort()
    await rm(dir, { recursive: true })
  })
  const write = async ({ cert, key }: Certificate) => {
    await writeFile(files.keyFile, key)
    await writeFile(files.certFile, cert)
  }
  const keep = () =>
    keepCertificate({ files, every: 10, failed: (said) => void words.push(said), signal: ended.signal })
  return { write, keep, words, ended }
}

test('files that come later are waited for, and followed', async () => {
  const { write, keep, words } = await start()
  const [first, second] = [await selfSigned(), await selfSigned()]
  const kept = keep()
  await expect.poll(() => words).toEqual([expect.stringMatching(/^waiting for the certificate: .*ENOENT/)])
  await write(first)
  const certificate = await kept
  expect(certificate?.current()).toEqual(first)
  const renewed = new Promise((resolve) =>
    certificate?.renewed((next) => {
      if (next.cert === second.cert && next.key === second.key) resolve(next)
    }),
  )
  await write(second)
  expect(await renewed).toEqual(second)
})

test('the end is not waited for with files that never come', async () => {
  const { keep, ended } = await start()
  const kept = keep()
  ended.abort()
  expect(await kept).toBeUndefined()
})

test('our own certificate is for this machine, and lasts for years', async () => {
  const { subject, subjectAltName, validToDate } = new X509Certificate((await selfSigned()).cert)
  expect([subject, subjectAltName]).toEqual([`CN=${hostname()}`, `DNS:${hostname()}`])
  expect(validToDate.getTime()).toBeGreaterThan(Date.now() + 9 * 365 * 86_400_000)
})
