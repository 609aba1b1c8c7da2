import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** FRR's own parser: what it has to say against a frr.conf; empty where it has nothing. */
export type SyntaxCheck = (frrConf: string) => string

/** `vtysh -C -f`, which needs no running daemon and takes some 30 ms. Throws where there is no vtysh. */
export function createSyntaxCheck(): { readonly check: SyntaxCheck; readonly close: () => void } {
  const dir = mkdtempSync(join(tmpdir(), 'frrkit-fuzz-'))
  const file = join(dir, 'frr.conf')
  return {
    check: (frrConf) => {
      // Like frr.conf itself, for there are passwords in it, be they invented.
      writeFileSync(file, frrConf, { mode: 0o600 })
      const { error, stdout, stderr, status } = spawnSync('vtysh', ['-C', '-f', file], { encoding: 'utf8' })
      if (error) throw error
      const said = `${stdout}${stderr}`.trim()
      return status === 0 ? said : `${said} (exit code ${status})`
    },
    close: () => rmSync(dir, { recursive: true, force: true }),
  }
}
