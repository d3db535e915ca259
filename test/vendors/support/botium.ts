/** What Botium takes files for: read by the rules of its own compiler (botium-core 1.15), as far as our cases go. */
import type { TrainingFile } from '../../../src/vendors/vendor.js';

export interface BotiumCase {
  text: string;
  intent: string;
}

/** @throws Error where a file holds anything but a customer's turn and the intent that is asserted of the bot's. */
export function botiumCases(files: readonly TrainingFile[]): BotiumCase[] {
  const lists = new Map(
    files
      .filter(({ path }) => path.endsWith('.utterances.txt'))
      .map(({ text }) => {
        const [name = '', ...lines] = text.split(/\r\n|\r|\n/);
        return [name.trim(), lines.filter((line) => line !== '')] as const;
      }),
  );
  return files
    .filter(({ path }) => path.endsWith('.convo.txt'))
    .flatMap(({ path, text }) => {
      const { me, bot } = turnsOf(path, text);
      const intent = /^INTENT (.+)$/.exec(bot)?.[1]?.replaceAll('\\|', '|').trim();
      const list = lists.get(me);
      if (intent === undefined || list === undefined) throw new Error(`${path}: no case`);
      return list.map((one) => ({ text: one, intent }));
    });
}

function turnsOf(path: string, text: string): { me: string; bot: string } {
  const blocks: string[][] = [[]];
  for (const line of text.split(/\r\n|\r|\n/))
    if (/^#(?:begin|include|me|bot|end)(?: |$)/.test(line)) blocks.push([line]);
    else blocks.at(-1)?.push(line);
  const [, ...turns] = blocks.map((lines) => lines.filter((line) => line !== ''));
  const [[asker, me = '', ...more] = [], [answerer, bot = '', ...others] = []] = turns;
  if (turns.length !== 2 || asker !== '#me' || answerer !== '#bot' || more.length + others.length)
    throw new Error(`${path}: not a turn of each`);
  return { me, bot };
}

/** The names of `tests/botium/`, and the files as a folder has them. */
export const botiumIn = (files: readonly TrainingFile[]): TrainingFile[] =>
  files.filter(({ path }) => path.startsWith('tests/botium/'));
