import { dirname } from 'node:path'
import { expect, test } from 'vitest'
import { outsideEnv } from './outside-env.ts'

test('what npm run says about this repository is not known outside', () => {
  const inside = {
    HOME: '/home/a',
    PATH: '/repo/node_modules/.bin:/usr/bin',
    INIT_CWD: '/repo',
    NPM_CONFIG_REGISTRY: 'http://elsewhere',
    npm_config_local_prefix: '/repo',
    npm_package_json: '/repo/package.json',
  }
  expect(outsideEnv(inside, { npm_config_registry: 'http://127.0.0.1:1/' })).toEqual({
    HOME: '/home/a',
    PATH: `${dirname(process.execPath)}:/usr/bin`,
    npm_config_registry: 'http://127.0.0.1:1/',
  })
})
