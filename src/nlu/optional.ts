/**
 * What a dynamic import gives, or null where the package is not installed. Any other failure is thrown: a package that is
 * there and does not load is no reason to go on without it in silence.
 */
export async function ifInstalled<T>(load: () => Promise<T>): Promise<T | null> {
  try {
    return await load();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND') return null;
    throw error;
  }
}
