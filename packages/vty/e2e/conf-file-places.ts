import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { persist } from '@frrkit/vty/conf-file'

/** Writes frr.conf where that is hard, in the folder that is named, and prints what came of it; the mounts are this process's own. */
const [dir = ''] = process.argv.slice(2)

const at = (name: string): string => {
  mkdirSync(join(dir, name))
  return join(dir, name)
}
const mount = (...words: readonly string[]) => execFileSync('mount', words)
const tmpfs = (folder: string) => mount('-t', 'tmpfs', '-o', 'size=64k', 'none', folder)

async function written(folder: string, text: string): Promise<readonly unknown[]> {
  const file = join(folder, 'frr.conf')
  const words = await persist(file, text)
  return [words?.replaceAll(folder, ''), readFileSync(file, 'utf8') === text ? 'new' : 'old', readdirSync(folder)]
}

/** A folder with nothing but a frr.conf that is mounted by itself, from a disk of its own. */
function single(name: string): string {
  const [folder, disk] = [at(name), at(`${name}-disk`)]
  tmpfs(folder)
  tmpfs(disk)
  writeFileSync(join(disk, 'real'), 'old and long')
  writeFileSync(join(folder, 'frr.conf'), '')
  mount('--bind', join(disk, 'real'), join(folder, 'frr.conf'))
  return folder
}

const big = 'x'.repeat(200_000)
const full = at('full')
tmpfs(full)
writeFileSync(join(full, 'frr.conf'), 'old')
const readOnly = at('read-only')
tmpfs(readOnly)
writeFileSync(join(readOnly, 'frr.conf'), 'old')
mount('-o', 'remount,ro', readOnly)
const [alone, aloneInReadOnly] = [single('alone'), single('alone-in-read-only')]
mount('-o', 'remount,ro', aloneInReadOnly)

process.stdout.write(
  JSON.stringify({
    'a full disk': await written(full, big),
    'a full disk that has room again': await written(full, 'new'),
    'a disk that is read-only': await written(readOnly, 'new'),
    'a file that is mounted by itself, its disk full': await written(alone, big),
    'a file that is mounted by itself': await written(alone, 'new'),
    'the only file that can be written': await written(aloneInReadOnly, 'new'),
  }),
)
