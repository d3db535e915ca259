/** What the slot detectors share. */
import { intentInQuestion, type LedgerEntry, type TrueIntent } from '../domain/journey.js';
import type { BotReading } from '../questions/bot-side.js';
import type { FindingDraft } from './detector.js';

/** The intent that a slot belongs to: the one that is known to be right, else the one that the bot acted on. */
export function intentOf(bot: BotReading, trueIntent: TrueIntent): string | undefined {
  return intentInQuestion(trueIntent, bot.intent?.name);
}

/** One draft for each entry that an agent asked for; a deliberate check (`verified`) is none unless `evenChecked`. */
export function slotDrafts(
  entries: readonly LedgerEntry[],
  intent: string | undefined,
  words: (slot: string) => [actual: string, expected: string],
  evenChecked = false,
): FindingDraft[] {
  return entries
    .filter(({ agent }) => agent === 'asked' || (evenChecked && agent === 'verified'))
    .map(({ slot, confidence, turns }) => {
      const [actual, expected] = words(slot);
      return { slot, ...(intent !== undefined && { intent }), confidence, turns, actual, expected };
    });
}
