/**
 * Whether a name says that a customer asks for a person, or is given to one. Teams name these as they like, and a handoff
 * that is not seen is a case that the bot seems to have solved.
 */
import { remembering } from '../../lib/memo.js';

/** In a list of names: all those whose words say it. */
export const byName = 'by_name';

const people =
  'humans?|agents?|operators?|representatives?|reps?|advisors?|advisers?|consultants?|specialists?';
/** Said of people when one is asked for, and of other things else: `transfer_money_to_person`, `contact_support`. */
const vague = 'persons?|people|someone|somebody|staff|managers?|support|service|care|team';
const talking = 'talk(?:ing)?|speak(?:ing)?|chat(?:ting)?|connect(?:ing|ed)?';
const giving =
  'transfer(?:ring|red)?|forward(?:ing)?|rout(?:e|ing)|redirect(?:ing)?|escalat(?:e|ing)|call(?:ing)?|request(?:ing)?|live|real';
const wanting = 'want|need|get|contact|reach|ask|check|switch';
const handing = 'hand ?(?:off|over)|handed off|escalat(?:e|ion)';

/** `are_you_human`, `agent_name`, `rate_agent`; Dialogflow's small talk calls the bot itself the agent (`agent.talk_to_me`). */
const otherwise =
  /^agent (?!request|hand|transfer|escalat|connect|call)|\b(?:small ?talk|chit ?chat|faq|are|is|am|or|not|no|bot|challenge|who|names?|thanks?|complain(?:t|ts)?|rat(?:e|ing)|feedback|about|estate|travel|insurance|money|availability|available|unavailable|cancel\w*|declin\w*|den(?:y|ied)|fail\w*|offer\w*|confirm\w*|hours?|status)\b/;

const said = (words: string): RegExp => new RegExp(`\\b(?:${words})\\b`);
const person = said(people);
const anybody = said(`${people}|${vague}`);
const talks = said(talking);
const gives = said(giving);
const wants = said(wanting);
const hands = said(handing);
const onlyPeople = new RegExp(`^(?:(?:live|real|human) )?(?:${people})$`);
const inOneWord = new RegExp(
  `^(?:talk|speak|chat|connect)(?:to|with)?(?:an?)?(?:live|real)?(?:${people}|persons?)$`,
);

const wordsOf = (name: string): string =>
  name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .join(' ');

const isHandedOver = (words: string): boolean =>
  hands.test(words) ||
  /\blive chat\b/.test(words) ||
  (talks.test(words) && anybody.test(words)) ||
  (gives.test(words) && person.test(words));

/** Of an intent. Logs name few of them over and over. */
export const asksForPerson = remembering(5000, (intent: string): boolean => {
  const words = wordsOf(intent);
  if (otherwise.test(words)) return false;
  return (
    isHandedOver(words) ||
    onlyPeople.test(words) ||
    inOneWord.test(words) ||
    (wants.test(words) && person.test(words))
  );
});

/** Of an action or a response: one that asks or checks gives nobody away. */
export const handsOver = remembering(5000, (action: string): boolean => {
  const words = wordsOf(action).replace(/^(?:action|utter) /, '');
  return (
    !otherwise.test(words) &&
    !/\b(?:ask|check|validate|options?|choices?|form)\b/.test(words) &&
    isHandedOver(words)
  );
});

/** A response that says that nothing comes of it: `utter_human_handoff_not_available`, `..._cancelled`. */
export const takesBack = remembering(5000, (action: string): boolean => {
  const words = wordsOf(action);
  return hands.test(words) && /\b(?:not available|unavailable|cancell?ed)\b/.test(words);
});
