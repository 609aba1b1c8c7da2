export { optionNames } from './places.ts'
export { type ReloaderFrrReloadOptions, reloaderFrrReload } from './reloader-frr-reload.ts'
