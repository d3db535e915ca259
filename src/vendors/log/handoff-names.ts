/**
 * Whether a name says that a customer asks for a person, or is given to one. Teams name these as they like, and a handoff
 * that is not seen is a case that the bot seems to have solved.
 */
import { remembering } from '../../lib/memo.js';

/** In a list of names: all those whose words say it. */
export const byName = 'by_name';

const helpers = 'humans?|agents?|representatives?|reps?|advisors?|advisers?';
/** Of a network, a hospital or a bank as well. */
const trades = 'operators?|consultants?|specialists?';
const people = `${helpers}|${trades}`;
const anyone = 'persons?|someone|somebody|colleagues?';
/** Said of people when one is asked for, and of other things else: `transfer_money_to_person`, `contact_support`. */
const vague = `${anyone}|people|staff|managers?|support|service|care|team`;
const talking = 'talk(?:ing)?|speak(?:ing)?';
/** Services are connected too, and a chat may be one: `connect_new_service`, `chat_service`. */
const joining = 'chat(?:ting)?|connect(?:ing|ed)?';
const giving =
  'transfer(?:ring|red)?|forward(?:ing)?|rout(?:e|ing)|redirect(?:ing)?|escalat(?:e|ing)|call(?:ing)?|request(?:ing)?|live|real';
const wanting = 'want|need|get|contact|reach|ask|check|switch';
const handing = 'handoff|handed off|escalat(?:e|ion)';
/** Keys and cars are as well: alone, with the chat, or with how far it is. */
const givingOver = 'hand off|hand ?over';
const chatWord = 'chat|conversation|session';
const farWord =
  'request(?:ed)?|start(?:ed|ing)?|init|initiat(?:e|ed|ing|ion)|success(?:ful)?|complet(?:e|ed)|done|now';

/** `are_you_human`, `agent_name`, `rate_agent`; Dialogflow's small talk calls the bot itself the agent (`agent.talk_to_me`). */
const otherwise =
  /^agent (?!request|hand|transfer|escalat|connect|call)|\b(?:small ?talk|chit ?chat|faq|are|is|am|or|not|no|bot|challenge|who|names?|thanks?|complain(?:t|ts)?|rat(?:e|ing)|feedback|about|estate|travel|insurance|money|availability|available|unavailable|cancel\w*|declin\w*|den(?:y|ied)|fail\w*|offer\w*|confirm\w*|hours?|status)\b/;

/** What is given from hand to hand: `car_handover`, `handoff_keys`. */
const goods =
  'cars?|vehicles?|bikes?|keys?|luggage|baggage|parcels?|packages?|propert(?:y|ies)|flats?|apartments?|houses?|shifts?';
/** What an agent has, or is asked for: `escalation_policy`, `request_agent_commission`, `get_operator_code`. */
const belongings = 'polic(?:y|ies)|commissions?|codes?|appointments?';
const things = `${goods}|${belongings}|internet|wi ?fi|broadband|networks?|plans?|numbers?|devices?|sims?`;
const aboutThem = new RegExp(
  `\\b(?:${people}|escalation) (?:(?!for\\b)\\w+ )?(?:${belongings})\\b|\\b(?:${belongings}) (?:with|of|from)\\b`,
);
/** Whom a thing stands before is wanted for it: `request_policy_advisor`, `transfer_plan_question_to_agent`. */
const forIt = `${people}|managers?|questions?|quer(?:y|ies)|issues?|problems?|calls?|chats?|help`;
/** `connect_internet_to_support`, `hand_over_car_to_agent`. A case of any thing is escalated to people. */
const thingBeside = new RegExp(
  `\\b(?:${talking}|${joining}|${givingOver}|transfer(?:ring|red)?|forward(?:ing)?|rout(?:e|ing)|redirect(?:ing)?|call(?:ing)?|request(?:ing)?|${wanting})(?: (?:an?|the|my|our|your|new))* (?:${things})\\b(?! (?:${forIt})\\b)`,
);
const goodsHanded = new RegExp(
  `\\b(?:${goods}) (?:handoff|${givingOver})\\b|\\b(?:handoff|handed off) (?:the )?(?:${goods})\\b`,
);

const said = (words: string): RegExp => new RegExp(`\\b(?:${words})\\b`);
const person = said(people);
const anybody = said(`${people}|${vague}`);
/** Who is joined or given to without a word between. Managers are programs too, and `connect_support_plan` is no request. */
const joined = new RegExp(
  `\\b(?:${people}|${anyone})\\b|(?<!\\b(?:password|tag|task|ads?|business|file) )\\b(?:people|staff|managers?|support|team|customer (?:service|care))\\b(?! (?:${things})\\b)`,
);
const toSomebody = said(
  `(?:to|with) (?:(?:an?|the|your|our|my|real|live|human|another|customer|sales|technical) )*(?:${vague})`,
);
const talks = said(talking);
const joins = said(joining);
const gives = said(giving);
const wants = said(wanting);
/** A network is switched or checked, and a hospital's specialist is got. */
const looksUp = new RegExp(
  `\\b(?:switch|check)(?: (?:my|the|your))? (?:${trades})\\b|\\bget(?: an?| the)? (?:specialists?|consultants?)\\b`,
);
const hands = said(handing);
const handsAnything = said(`${handing}|${givingOver}`);
const givesOver = said(givingOver);
const givesChatOver = new RegExp(
  `\\b(?:${givingOver})(?: (?:the )?(?:${chatWord}))?(?: (?:${farWord}))?$`,
);
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

const isOfSomethingElse = (words: string): boolean =>
  [otherwise, aboutThem, thingBeside, goodsHanded].some((pattern) => pattern.test(words));

const isHandedOver = (words: string): boolean =>
  hands.test(words) ||
  givesChatOver.test(words) ||
  (givesOver.test(words) && (joined.test(words) || toSomebody.test(words))) ||
  /\blive ?chat\b/.test(words) ||
  (talks.test(words) && anybody.test(words)) ||
  (joins.test(words) && (joined.test(words) || toSomebody.test(words))) ||
  (gives.test(words) && person.test(words));

/** Of an intent. Logs name few of them over and over. */
export const asksForPerson = remembering(5000, (intent: string): boolean => {
  const words = wordsOf(intent);
  if (isOfSomethingElse(words)) return false;
  return (
    isHandedOver(words) ||
    onlyPeople.test(words) ||
    inOneWord.test(words) ||
    (wants.test(words) && person.test(words) && !looksUp.test(words))
  );
});

/** Of an action or a response: one that asks or checks gives nobody away. */
export const handsOver = remembering(5000, (action: string): boolean => {
  const words = wordsOf(action).replace(/^(?:action|utter) /, '');
  return (
    !isOfSomethingElse(words) &&
    !/\b(?:ask|check|validate|options?|choices?|form)\b/.test(words) &&
    isHandedOver(words)
  );
});

/** A response that says that nothing comes of it: `utter_human_handoff_not_available`, `..._cancelled`. */
export const takesBack = remembering(5000, (action: string): boolean => {
  const words = wordsOf(action);
  return handsAnything.test(words) && /\b(?:not available|unavailable|cancell?ed)\b/.test(words);
});
