/** A bot session as the row of states that it went through: what is said of it without any of its words. */
import type { Session, SessionTurn } from '../../domain/conversation.js';
import { wordsOfPrompt } from '../settings.js';

export interface Step {
  actor: 'bot' | 'customer';
  /** What the bot did or asked, what the customer was understood to say. */
  state: string;
}

export interface Flow {
  steps: readonly Step[];
  /** The customer left, or was given to an agent. */
  lost: boolean;
}

/** Gives one step for all that are the same, so that a million sessions are a million short lists. */
export function createStepTable(): (actor: Step['actor'], state: string) => Step {
  const known = new Map<string, Step>();
  return (actor, state) => {
    const key = `${actor} ${state}`;
    const step = known.get(key) ?? { actor, state };
    known.set(key, step);
    return step;
  };
}

export function createFlowReader(): (session: Session) => Flow {
  const shared = createStepTable();
  return ({ turns, outcome }) => ({
    lost: outcome !== 'contained',
    steps: turns.flatMap((turn) =>
      turn.actor === 'system'
        ? []
        : [
            shared(turn.actor, turn.actor === 'bot' ? botState(turn) : customerState(turn)),
            ...(turn.error === undefined ? [] : [shared('bot', 'an error')]),
          ],
    ),
  });
}

function botState({ action, asksFor, text = '' }: SessionTurn): string {
  if (action !== undefined) return action;
  if (asksFor !== undefined) return `asks for ${asksFor}`;
  const words = text.replace(/⟨[^⟩]*⟩/g, '…').split(/\s+/, wordsOfPrompt);
  return words.length > 0 && text !== '' ? `"${words.join(' ')}"` : 'says something';
}

function customerState({ intent, slots, payload }: SessionTurn): string {
  const given = Object.keys(slots ?? {});
  if (given.length > 0) return `gives ${given.sort().join(' and ')}`;
  if (intent) return intent.name;
  return payload ? 'presses a button' : 'says something';
}
