/** Reads the words of a language from `config/lexicon.<language>.yaml`. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { camelKeys } from '../domain/camel-keys.js';
import { UsageError } from '../domain/errors.js';
import { type Lexicon, writtenLexicon } from '../domain/lexicon.js';
import { remembering } from '../lib/memo.js';

const shipped = fileURLToPath(new URL('../../config', import.meta.url));

/** The project's own lexicon of a language, else the one that Handback ships. @throws UsageError */
export function readLexicon(language: string, projectFolder: string): Lexicon {
  const name = `lexicon.${language}.yaml`;
  const file = [join(projectFolder, 'config', name), join(shipped, name)].find((f) =>
    existsSync(f),
  );
  if (!file) {
    throw new UsageError(
      `language: there is no config/${name}; write one after config/lexicon.en.yaml`,
    );
  }
  const read = checked(readFileSync(file, 'utf8'));
  if ('problems' in read) throw new UsageError(read.problems.map((one) => `${file}: ${one}`));
  return read;
}

/** To read the file takes longer than most commands; a process reads the same one for each. */
const checked = remembering(4, (text): Lexicon | { problems: string[] } => {
  const { data, error } = writtenLexicon.safeParse(parse(text));
  if (error)
    return { problems: error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) };
  return {
    ...camelKeys(data),
    slotTypes: Object.fromEntries(
      Object.entries(data.slot_types).map(([kind, type]) => [kind, camelKeys(type)]),
    ),
  };
});
