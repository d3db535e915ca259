/** `en` of `en-GB` and `en_US`: the language that a locale begins with, lower case; empty for an empty one. */
export const languageIn = (locale: string): string => locale.toLowerCase().split(/[-_]/)[0] ?? '';

/** Whether a tag is well formed: what is not would fail where the report's numbers are written. */
export function isLocale(tag: string): boolean {
  try {
    new Intl.Locale(tag);
    return true;
  } catch {
    return false;
  }
}
