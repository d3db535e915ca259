/**
 * Slots that every contact centre has, and this one not: nobody here calls them by their name, and nobody answers with what only
 * they are answered with. They would draw what is like them: where nobody is asked when he was born, "on what day was that?" asks
 * for another day. "Is it for a birthday?" is answered by yes or no, and asks for no date of birth. A slot that the company names itself is never one of them.
 */
import type { Sentence, SentenceAsk } from './asks.js';
import { tellingFormsOf } from './common-slots.js';
import type { Seen } from './seen-wordings.js';
import { calledFrom, fewestNamings, fewestToMiss, leastNamings } from './settings.js';
import { yesNoShare } from './yes-or-no.js';

type Sighted = Pick<Seen, 'asked' | 'sentence' | 'answers' | 'given' | 'contacts'>;

/**
 * @param added names of slots that were added, and that the bot was not heard to ask for
 * @param asksOf what each item of a sentence asks for by its words
 * @param contacts how many there are
 */
export function unheardSlots(
  added: Iterable<string>,
  wordings: readonly Sighted[],
  asksOf: (sentence: Sentence) => readonly { asks: readonly SentenceAsk[] }[],
  contacts: number,
): Set<string> {
  const heard = new Map(Array.from(added, (name) => [name, new Set<number>()]));
  if (heard.size === 0 || contacts < fewestToMiss) return new Set();
  for (const { asked, sentence, answers, given, contacts: said } of wordings) {
    const names = [...heard.keys()].filter((name) =>
      tellingFormsOf(name).some((form) => answers.has(form)),
    );
    const mayName = asked && yesNoShare(answers, given) <= 0.5;
    const asks = mayName ? asksOf(sentence).flatMap((item) => item.asks) : [];
    for (const { slot, coverage } of asks) if (coverage > calledFrom) names.push(slot);
    for (const name of names) for (const one of said) heard.get(name)?.add(one);
  }
  const least = Math.max(fewestNamings, leastNamings * contacts);
  return new Set([...heard].flatMap(([name, said]) => (said.size < least ? name : [])));
}
