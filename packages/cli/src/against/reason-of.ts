/** What an error says, of a program that ended badly the words that it left on stderr. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const stderr = 'stderr' in error ? String(error.stderr).trim() : ''
  return stderr === '' ? error.message : (stderr.split('\n')[0] ?? '')
}
