/** How the report calls what the domain names. */

import { type Category, categories, type Owner } from '../domain/categories.js';
import type { OwnerFigures } from '../domain/figures.js';
import type { Effort, HandoffReason } from '../domain/journey.js';
import type { Verdict } from '../domain/release.js';
import type { Criterion, RubricPart } from '../domain/rubric.js';
import type { SuggestionKind } from '../domain/suggestion.js';
import type { TicketStatus, WindowCause } from '../domain/ticket.js';

export const ownerNames: Record<Owner, string> = {
  bot_team: 'Bot team',
  operations: 'Operations',
  journey_owner: 'Journey owner',
};

export const repairsFor: Record<Owner, string> = {
  bot_team: 'Repairs for the bot team',
  operations: 'Repairs for operations',
  journey_owner: 'Repairs for the journey owner',
};

export const categoryName = (category: Category): string => categories[category].title;

export const stageWords: Record<keyof Effort, [name: string, meaning: string]> = {
  bot: ['With the bot', 'first message to handoff'],
  wait: ['Waiting', 'handoff to the first word of the agent'],
  identify: ['Identifying again', 'who the customer is'],
  explain: ['Explaining again', 'what it is about'],
  solve: ['Solving', 'the work itself, no part of the tax'],
};

export const partNames: Record<RubricPart, string> = {
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
  bot: 'what the bot gets wrong',
  rule: 'a line with which the bot stops in these hours',
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

export const statusWords: Record<TicketStatus, string> = {
  new: 'new',
  open: 'open',
  accepted: 'accepted',
  released: 'repair is live',
  verified: 'repair proven',
  no_effect: 'repair had no effect',
  regressed: 'worse since the repair',
  dismissed: 'dismissed',
};

/** The parts of a repair's worth; what is not named here is called by its own id. */
export const factorNames: Readonly<Record<string, string>> = {
  customer_minutes: "Customers' time",
  agent_minutes: "Agents' time",
  repeat_contacts: 'Contacts that come again',
  complaints: 'Complaints',
  csat: 'Lost satisfaction',
  shrinkage: 'Allowance for few journeys',
};
