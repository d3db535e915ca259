/** A slot's name as a bot can say it to customers. */
import type { BotDefinition } from '../domain/conversation.js';
import { nameWords } from '../domain/name-words.js';
import type { Language } from '../language/language.js';
import { words } from '../text/words.js';
import { abbreviations } from './settings.js';

/**
 * "due date" for `due_date`, and "final date" for `final_dt` where agents ask for a date: what no dictionary and none of the bot's own texts have is an
 * abbreviation, and is written out as the agents' questions do. Undefined where they do not, and for "card_last4".
 *
 * @param asked agents' questions for the slot
 */
export function sayableName(
  slot: string,
  definition: BotDefinition | null,
  { isWord }: Pick<Language, 'isWord'>,
  asked: readonly string[],
): string | undefined {
  const name = nameWords(slot);
  if (!/^\p{L}+(?: \p{L}+)*$/u.test(name)) return undefined;
  const known = wordsOf(definition);
  const shares = sharesOf(asked);
  const said = name.split(' ').map((part) => {
    const word = part.toLowerCase();
    const isSaid =
      isWord(word) || known.has(word) || (shares.get(word) ?? 0) >= abbreviations.saidFrom;
    return isSaid ? part : writtenOut(word, shares);
  });
  return said.includes(undefined) ? undefined : said.join(' ');
}

/** What the bot's own texts say. */
const wordsOf = (definition: BotDefinition | null): Set<string> =>
  new Set(
    [
      ...(definition?.slots ?? []).flatMap((slot) => [...slot.prompts, slot.description ?? '']),
      ...(definition?.intents ?? []).flatMap(({ examples }) => examples),
    ].flatMap(words),
  );

/** Share of the questions that say a word. */
function sharesOf(asked: readonly string[]): Map<string, number> {
  const shares = new Map<string, number>();
  for (const question of asked)
    for (const word of new Set(words(question)))
      shares.set(word, (shares.get(word) ?? 0) + 1 / asked.length);
  return shares;
}

/** The commonest word of the agents' that has the abbreviation's letters in their order and begins with the first. */
function writtenOut(short: string, shares: ReadonlyMap<string, number>): string | undefined {
  const letters = new RegExp(`^${[...short].join('.*')}`, 'u');
  return [...shares]
    .filter(
      ([word, share]) =>
        word.length >= short.length + abbreviations.leastLeftOut &&
        share >= abbreviations.writtenFrom &&
        letters.test(word),
    )
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .at(0)?.[0];
}
