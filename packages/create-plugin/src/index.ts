export { type PluginName, type PluginRole, parseName, roles } from './plugin-name.ts'
export { type Scaffold, scaffold } from './scaffold.ts'
