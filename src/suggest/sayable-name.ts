/** A slot's name as a bot can say it to customers. */
import type { BotDefinition } from '../domain/conversation.js';
import type { Lexicon } from '../domain/lexicon.js';
import { nameWords } from '../domain/name-words.js';
import type { Language } from '../language/language.js';
import { createKindNames, hasInOrder } from '../text/short-names.js';
import { words } from '../text/words.js';
import { abbreviations } from './settings-of-advice.js';

/** What is known of words beside the bot's own texts. */
export interface PromptWords {
  lexicon: Pick<Lexicon, 'stopWords' | 'slotTypes' | 'shortNames' | 'affirmations'>;
  language: Pick<Language, 'isWord' | 'isPlural'>;
  /** Agents' questions for the slot. */
  asked: readonly string[];
}

/**
 * "due date" for `due_date`, "member number" for `memberNo`, and "final date" for `final_dt`: what no dictionary and none of the bot's own texts have is an abbreviation, and is
 * written out as a common kind of slot, or as the agents' questions do. Undefined where neither helps, and for "card_last4".
 */
export function sayableName(
  slot: string,
  definition: BotDefinition | null,
  { lexicon, language, asked }: PromptWords,
): string | undefined {
  const name = nameWords(slot);
  if (!/^\p{L}+(?: \p{L}+)*$/u.test(name)) return undefined;
  const known = wordsOf(definition);
  const shares = sharesOf(asked);
  const kindName = createKindNames(lexicon);
  const parts = name.split(' ');
  const said = parts.map((part, i) => {
    const word = part.toLowerCase();
    const isEnd =
      i > 0 && i === parts.length - 1 && !lexicon.affirmations.includes(parts[i - 1] ?? '');
    if (isEnd && Object.hasOwn(lexicon.shortNames, word)) return lexicon.shortNames[word];
    const isSaid =
      language.isWord(word) || known.has(word) || (shares.get(word) ?? 0) >= abbreviations.saidFrom;
    if (isSaid) return part;
    const kind = kindName(word);
    return kind === word ? writtenOut(word, shares) : kind;
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
  return [...shares]
    .filter(
      ([word, share]) =>
        word.length >= short.length + abbreviations.leastLeftOut &&
        share >= abbreviations.writtenFrom &&
        word[0] === short[0] &&
        hasInOrder(word, short),
    )
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .at(0)?.[0];
}
