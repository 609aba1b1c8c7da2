export { readPackages, restrictImports } from './restrict-imports.ts'
export { roles } from './roles.ts'
