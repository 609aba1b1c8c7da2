import { expect, test } from 'vitest'
import { type PluginRole, parseName } from './plugin-name.ts'

test.each<{ role: PluginRole; text: string; plugin: string; factory: string }>([
  { role: 'target', text: 'target-blackhole', plugin: 'target-blackhole', factory: 'targetBlackhole' },
  { role: 'source', text: '@acme/source-net-box2', plugin: 'source-net-box2', factory: 'sourceNetBox2' },
  { role: 'translator', text: '@a.b/translator-uplink', plugin: 'translator-uplink', factory: 'translatorUplink' },
])('$text', ({ role, text, plugin, factory }) => {
  expect(parseName(role, text)).toEqual({ ok: true, value: { packageName: text, plugin, factory } })
})

test.each<{ role: PluginRole; text: string; instead: string }>([
  { role: 'target', text: 'blackhole', instead: 'target-blackhole' },
  { role: 'target', text: '@acme/blackhole', instead: '@acme/target-blackhole' },
  { role: 'source', text: 'source-NetBox', instead: 'source-net-box' },
  { role: 'source', text: 'target-x', instead: 'source-target-x' },
  { role: 'target', text: 'target-', instead: 'target-target' },
  { role: 'target', text: '../target-x', instead: 'target-target-x' },
  { role: 'target', text: '@acme/target-x/y', instead: 'target-acme-target-x-y' },
  { role: 'target', text: '', instead: 'target-example' },
])('$text is refused, and $instead proposed', ({ role, text, instead }) => {
  const named = parseName(role, text)
  expect(named).toEqual({
    ok: false,
    reason: `a ${role} is named ${role}-…, in lower-case words joined by hyphens, with or without a scope; ${JSON.stringify(text)} is not`,
    help: `name it like ${instead}`,
  })
  expect(parseName(role, instead).ok).toBe(true)
})
