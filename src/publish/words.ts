/** How the report calls what the domain names. */

import type { Category, Owner } from '../domain/categories.js';
import type { Effort, HandoffReason } from '../domain/journey.js';
import type { Verdict } from '../domain/release.js';
import type { OwnerFigures } from '../domain/report.js';
import type { Criterion, Part } from '../domain/rubric.js';
import type { SuggestionKind } from '../domain/suggestion.js';
import type { WindowCause } from '../domain/ticket.js';

export const ownerNames: Record<Owner, string> = {
  bot_team: 'Bot team',
  operations: 'Operations',
  journey_owner: 'Journey owner',
};

/** Each with what it holds for, as a reader at a meeting needs it. */
export const categoryWords: Record<Category, [name: string, meaning: string]> = {
  missed_slot: ['Never asked', 'the agent asks for something that the bot never asked for'],
  uncaptured_slot: ['Asked, not heard', 'asked for or said, yet no value was captured'],
  wrong_slot_value: ['Heard wrongly', 'the bot held another value than the agent was given'],
  intent_loop: ['Loop', 'the bot repeats itself without progress'],
  misunderstood_intent: [
    'Misunderstood',
    "the customer wanted another of the bot's intents, however sure the bot was",
  ],
  unrecognised_utterance: ['Not recognised', 'fallback on words that belong to an intent'],
  uncovered_intent: ['Not covered', 'the bot has no intent for what the customer wanted'],
  dead_end_intent: ['Dead end', 'understood, yet nearly always handed over'],
  time_of_day_failure: ['Time of day', 'fails more in some hours, on many days'],
  backend_error: ['Backend error', 'an action or webhook failed before the handoff'],
  context_lost: ['Not passed on', 'the agent asks for what the bot knew'],
  repeated_explanation: ['Told again', 'the customer repeats what the bot had been told'],
  cold_open: ['Cold open', 'the agent opens without a word on the conversation before'],
  hostile_arrival: ['Angry arrival', 'calm with the bot, angry with the agent'],
  agent_requested: ['Asked for a human', 'before the bot had a fair try'],
  unlinked_handoff: ['Without contact', 'no agent contact was found for the handoff'],
  unknown: ['Unexplained', 'nothing that Handback knows explains the handoff'],
};

export const categoryName = (category: Category): string => categoryWords[category][0];

export const stageWords: Record<keyof Effort, [name: string, meaning: string]> = {
  bot: ['With the bot', 'first message to handoff'],
  wait: ['Waiting', 'handoff to the first word of the agent'],
  identify: ['Identifying again', 'who the customer is'],
  explain: ['Explaining again', 'what it is about'],
  solve: ['Solving', 'the work itself, no part of the tax'],
};

export const partNames: Record<Part, string> = {
  bot: 'Bot',
  handoff: 'Handoff',
  agent: 'Agent',
};

export const criterionNames: Record<Criterion, string> = {
  understood: 'Understood',
  asked_once: 'Asked once',
  progress: 'Progress',
  resolution: 'Resolution',
  courtesy: 'Courtesy',
  time: 'Time',
};

export const verdictWords: Record<OwnerFigures['csat']['verdict'], string> = {
  fine: 'No handoff problem: escalated customers are about as satisfied as direct ones.',
  handoff_problem: 'A handoff problem: escalated customers are clearly less satisfied.',
  crisis: 'A crisis: escalated customers are far less satisfied.',
  too_little_data: 'Too little data to compare escalated and direct customers.',
};

export const kindWords: Record<SuggestionKind, string> = {
  add_phrases: 'Add phrases',
  move_phrases: 'Move phrases',
  remove_phrases: 'Remove phrases',
  out_of_scope_phrases: 'Out-of-scope phrases',
  split_intent: 'Split the intent',
  merge_intents: 'Merge intents',
  new_intent: 'New intent',
  add_slot: 'Ask for a slot',
  add_slot_examples: 'Slot examples',
  change_prompt: 'Change a prompt',
  change_threshold: 'Change the threshold',
  add_disambiguation: 'Ask which is meant',
  early_handoff: 'Hand over early',
  add_answer: 'Add an answer',
};

export const releaseWords: Record<Verdict, string> = {
  verified: 'Verified: the rate fell',
  no_effect: 'No effect that matters',
  regressed: 'Regressed: the rate rose',
  too_early: 'Too early to say',
};

export const windowCauseWords: Record<WindowCause, string> = {
  bot: 'the bot itself',
  backend: "the bot's systems",
  opening_hours: 'too few agents, or none',
  unknown: 'unknown',
};

/** Why a bot hands over. */
export const reasonWords: Record<HandoffReason, string> = {
  user_request: 'the customer asked for a person',
  no_match: 'the bot did not understand',
  rule: 'the bot is built to hand over there',
  error: 'something behind the bot failed',
  unknown: 'not known',
};
