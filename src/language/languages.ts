/** The languages that customers and agents are read in: a folder here, its line below, and its `config/lexicon.<code>.yaml`. */
import { english } from './en/english.js';
import type { Language } from './language.js';

const languages: readonly Language[] = [english];

export const languageCodes: readonly string[] = languages.map(({ code }) => code);

/** The one that is read where there is no folder for a language. */
export const fallback: Language = english;

/** @param code ISO 639; the fallback where we do not have it. */
export const languageOf = (code: string): Language =>
  languages.find((language) => language.code === code) ?? fallback;
