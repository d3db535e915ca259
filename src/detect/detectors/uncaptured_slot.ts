/**
 * The bot asked for it, or the customer said it, and no value was captured; then the agent has to ask.
 * Not: "I'd rather not say" that no agent asks about again; nor anything where the log holds no values of any slot.
 */
import type { Detector } from '../detector.js';
import { intentOf, slotDrafts } from '../slot-findings.js';

export const uncapturedSlot: Detector<'ledger' | 'bot' | 'trueIntent' | 'captures'> = {
  id: 'uncaptured_slot',
  description:
    'The bot asked for a slot, or the customer said its value, but no value was captured, and the agent asks for it. A slot that no agent asks for again is left alone, and so are all where the platform logs no values.',
  needs: ['ledger', 'bot', 'trueIntent', 'captures'],
  detect: ({ ledger, bot, trueIntent }) => {
    const intent = intentOf(bot, trueIntent);
    const asked = ledger.filter((entry) => entry.bot === 'asked_not_captured');
    const said = ledger.filter((entry) => entry.bot === 'said_not_captured');
    return [
      ...slotDrafts(asked, intent, (slot) => [
        `the bot asked for ${slot} and kept no value`,
        `the bot captures ${slot} when it asks`,
      ]),
      ...slotDrafts(said, intent, (slot) => [
        `the customer said ${slot} and the bot kept no value`,
        `the bot hears ${slot} where it is said`,
      ]),
    ];
  },
};
