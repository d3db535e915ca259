/** Which of an intent's files of phrases are in a language. Consoles name it with a region (`en-us`) or without. */

interface Spoken {
  language: string;
}

/** Those in the language itself; where there are none, those in the same language of whatever region. All where none is named. */
export function inLanguage<S extends Spoken>(files: readonly S[], language?: string): S[] {
  if (language === undefined) return [...files];
  const own = files.filter((one) => same(one.language, language));
  return own.length > 0 ? own : files.filter((one) => same(base(one.language), base(language)));
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

const base = (language: string): string => language.split(/[-_]/)[0] ?? language;
