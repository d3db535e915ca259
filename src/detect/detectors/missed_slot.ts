/**
 * The agent asks for what the bot neither asked for nor was given, and the intent needs it.
 * Not: "Anything you would like to add?" for a slot that the intent does not need; a deliberate identity check; anything that is
 * asked for a wish of which the bot has no intent ("and your trade?" for an overdraft): the intent is missing, no question of one.
 */
import { isUncovered } from '../../domain/journey.js';
import type { Detector } from '../detector.js';
import { intentOf, slotDrafts } from '../slot-findings.js';

export const missedSlot: Detector<'ledger' | 'bot' | 'trueIntent'> = {
  id: 'missed_slot',
  description:
    'The agent asks for a slot that the bot neither asked for nor was given, and the intent needs it. Slots that the intent does not need, identity checks, and wishes for which the bot has no intent are left alone.',
  needs: ['ledger', 'bot', 'trueIntent'],
  detect: ({ ledger, bot, trueIntent }) =>
    slotDrafts(
      ledger.filter(
        (entry) => entry.bot === 'never_asked' && entry.needed && !isUncovered(trueIntent),
      ),
      intentOf(bot, trueIntent),
      (slot) => [`the agent asked for ${slot}`, `the bot asks for ${slot} itself`],
    ),
};
