/**
 * Regression cases for Botium, which tests bots of any vendor: of each intent a conversation and the list of wordings that its
 * customer's turn stands for. In a conversation a wording could be obeyed (`#bot`, a leading `!` or `?`, `PAUSE`, JSON); the lines of a
 * list are taken as they are.
 */
import { groupBy } from '../../lib/group-by.js';
import type { RegressionCase, TrainingFile } from '../vendor.js';
import { shortHash } from './short-hash.js';

/** Two files an intent, `<name>.convo.txt` and `<name>.utterances.txt`. */
export const botiumFiles = (cases: readonly RegressionCase[]): TrainingFile[] =>
  [...groupBy(cases, ({ intent }) => intent)]
    .filter(([intent]) => isWritable(intent))
    .flatMap(([intent, own]) => {
      const name = nameOf(intent);
      return [
        { path: `${name}.convo.txt`, text: conversation(intent, name) },
        { path: `${name}.utterances.txt`, text: lines([name, ...own.map(({ text }) => text)]) },
      ];
    });

const conversation = (intent: string, list: string): string =>
  lines([
    `Handback: ${intent} is recognised`,
    '',
    '#me',
    list,
    '',
    '#bot',
    `INTENT ${intent.replaceAll('|', '\\|')}`,
  ]);

const lines = (all: readonly string[]): string => all.map((line) => `${line}\n`).join('');

/** Botium cuts spaces off a name and has no sign for a line end within it: such a case could never pass. */
const isWritable = (intent: string): boolean =>
  intent === intent.trim() && intent !== '' && !/[\r\n]/.test(intent);

/** Names that differ by a sign or by letter case alone are told apart by the hash, also where a disk takes them for one. */
function nameOf(intent: string): string {
  const words = intent
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longestName)
    .replace(/^-+|-+$/g, '');
  return ['handback', words, shortHash(intent)].filter((part) => part !== '').join('-');
}

const longestName = 40;
