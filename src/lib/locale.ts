/** `en` of `en-GB` and `en_US`: the language that a locale begins with, lower case; empty for an empty one. */
export const languageIn = (locale: string): string => locale.toLowerCase().split(/[-_]/)[0] ?? '';
