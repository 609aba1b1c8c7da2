/** The name by which the system knows an error (`ENOENT`); what is no error of the system is thrown on. */
export function systemErrorCode(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code
  throw error
}
