export { type ReloaderFrrReloadOptions, reloaderFrrReload } from './reloader-frr-reload.ts'
