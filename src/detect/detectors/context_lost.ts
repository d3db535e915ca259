/**
 * The agent asks for what the bot held at the handoff: nobody passed it on. Never a bot ticket.
 * Not: "for security, your date of birth?" where the config lists it as verification; "so that is 12 High Street?"
 */
import type { Detector } from '../detector.js';
import { intentOf, slotDrafts } from '../slot-findings.js';

export const contextLost: Detector<'ledger' | 'bot' | 'trueIntent'> = {
  id: 'context_lost',
  description:
    'The agent asks for a slot whose value the bot held at the handoff. Deliberate identity checks (the verification slots of the config) and values that the agent reads back are left alone.',
  needs: ['ledger', 'bot', 'trueIntent'],
  detect: ({ ledger, bot, trueIntent }) =>
    slotDrafts(
      ledger.filter((entry) => entry.bot === 'captured'),
      intentOf(bot, trueIntent),
      (slot) => [
        `the bot held ${slot} and the agent asked for it again`,
        `the agent is given ${slot} with the handoff`,
      ],
    ),
};
