/** What a sentence asks for by its own words, before any answer is looked at. */
import type { Clause } from '../transcript/clauses.js';
import type { AskReader, InPlay, Sentence, SentenceAsk } from './asks.js';
import { bareNaming, idleStatement, kindTrust, wordsTrust } from './settings.js';
import { asksNothing } from './wordings.js';

/** P(the sentence asks for nothing), from what it does alone. */
const idle: Record<Sentence['act']['kind'], number> = {
  request: 0.03,
  open: 0.35,
  offer: 1,
  confirm: 1,
  statement: idleStatement,
  answered: 0.5,
};

/** What a sentence asks for by its own words; what it leaves open adds up to less than 1. */
export function priorOf(sentence: Sentence, asks: readonly SentenceAsk[]): Map<string, number> {
  const { act, clause } = sentence;
  const nothing = act.kind === 'open' && !clause.question ? bareNaming : idle[act.kind];
  const total = asks.reduce((sum, { confidence }) => sum + confidence, 0);
  const scale = 1 / Math.max(1, total);
  const prior = new Map([[asksNothing, nothing * (1 - Math.min(0.9, total))]]);
  const rest = 1 - (prior.get(asksNothing) ?? 0);
  for (const { slot, confidence, coverage, rivals } of asks) {
    const share = rest * confidence * scale * wordsTrust * (kindTrust + (1 - kindTrust) * coverage);
    const all = [...rivals.values()].reduce((sum, n) => sum + n, 1);
    for (const [name, n] of [[slot, 1] as const, ...rivals])
      prior.set(name, (prior.get(name) ?? 0) + (share * n) / all);
  }
  return prior;
}

/** "Your name, postcode and date of birth": a sentence for each item, where there are several; else the sentence itself. */
export function partsOf(
  sentence: Sentence,
  reader: AskReader,
  determiners: ReadonlySet<string>,
  inPlay: InPlay,
): { sentence: Sentence; asks: SentenceAsk[] }[] {
  const { clause, act } = sentence;
  const asks = reader.asksOf(sentence, inPlay);
  if (act.kind === 'statement' || clause.breaks.length === 0) return [{ sentence, asks }];
  const several = asks.length > 1;
  const isItem = (start: number) => several || determiners.has(clause.words[start + 1] ?? '');
  const starts = clause.breaks.filter((start) => start > act.from && isItem(start));
  if (starts.length === 0) return [{ sentence, asks }];
  return [0, ...starts].map((from, i) => {
    const to = starts[i] ?? clause.words.length;
    const own = asks.filter(({ segment }) => {
      const start = segment === 0 ? 0 : (clause.breaks[segment - 1] ?? 0);
      return start >= from && start < to;
    });
    const part = { ...clause, ...slice(clause, from, to), breaks: [] };
    return { sentence: { clause: part, act: i === 0 ? act : { ...act, from: 0 } }, asks: own };
  });
}

const slice = ({ words, stems }: Clause, from: number, to: number) => ({
  words: words.slice(from, to),
  stems: stems.slice(from, to),
});

/** The words of a question and each two that follow each other: what wordings are compared by. */
export function wordingOf({ stems }: Clause): string[] {
  const pairs = stems.slice(1).map((one, i) => `${stems[i]} ${one}`);
  return [...new Set([...stems, ...pairs])];
}
