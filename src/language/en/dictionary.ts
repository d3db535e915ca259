/** Whether a word stands in a dictionary of English. The list is that of natural's part-of-speech tagger: 55,000 forms in lower case. */
import { createRequire } from 'node:module';

const path = 'natural/lib/natural/brill_pos_tagger/data/English/lexicon_from_posjs.json';
let forms: ReadonlySet<string> | null = null;

/** Endings under which a list of forms may lack a word. */
const ending = /(?:'s|s|es|ed|d|ing|er|ers|ly|ness|able)$/;

/** @param word in lower case. Names of people and places are not among the words. The list is read when first asked. */
export function isDictionaryWord(word: string): boolean {
  forms ??= new Set(Object.keys(createRequire(import.meta.url)(path) as object).filter(isLower));
  if (forms.has(word)) return true;
  const root = word.replace(ending, '');
  return root.length >= 3 && root !== word && (forms.has(root) || forms.has(`${root}e`));
}

/** A noun of several by its ending: "doses", not "address", "bus" or "series". @param word in lower case */
export function isPlural(word: string): boolean {
  if (!/[^su]s$/.test(word) || word.length < 4) return false;
  const one = word.slice(0, -1);
  return isDictionaryWord(one) || (one.endsWith('e') && isDictionaryWord(one.slice(0, -1)));
}

const isLower = (word: string): boolean => /^\p{Ll}/u.test(word);
