/**
 * The bot held a value, and the one given to the agent for the same slot differs. Only keyed hashes are compared.
 * Not: "the fifth" for "5 May", which is the same; nor an answer from which no value can be read.
 */
import type { Detector } from '../detector.js';
import { inferredDifference } from '../settings.js';
import { intentOf, slotDrafts } from '../slot-findings.js';

export const wrongSlotValue: Detector<'ledger' | 'bot' | 'trueIntent'> = {
  id: 'wrong_slot_value',
  description:
    'The bot held a value, and the value given to the agent for the same slot differs. Another spelling of the same value, and answers from which no value can be read, are left alone.',
  needs: ['ledger', 'bot', 'trueIntent'],
  detect: ({ ledger, bot, trueIntent }) =>
    slotDrafts(
      ledger.filter((entry) => entry.bot === 'captured_differently'),
      intentOf(bot, trueIntent),
      (slot) => [
        `the customer gave the agent another ${slot} than the bot held`,
        `the bot reads ${slot} back or hears it rightly`,
      ],
      true,
    ).map((draft) => ({ ...draft, confidence: draft.confidence * inferredDifference })),
};
