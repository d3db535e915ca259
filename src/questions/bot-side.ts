/** The bot's transcript, read: who said what kind of thing, what was asked, what was held at the handoff. */
import type { HeldValue, Session, SessionTurn } from '../domain/conversation.js';
import { isFallback, isFallbackAction } from '../domain/no-intent.js';
import { onePer } from '../lib/memo.js';
import type { ReadTurn } from '../transcript/turns.js';
import { asksForPerson } from './asks-for-person.js';
import { fewestBesideRequest } from './settings.js';
import type { SlotValue } from './slot-value.js';
import { type Told, toldIn } from './told-before.js';
import type { QuestionTools } from './tools.js';

/** What a customer's turn is for. Only `free` ones can carry what the customer wants. */
export type Role = 'payload' | 'human' | 'courtesy' | 'answer' | 'free';

export interface CustomerTurn extends ReadTurn {
  role: Role;
}

export interface BotReading {
  session: Session;
  customer: CustomerTurn[];
  /** Bot turns by slot that they ask for. */
  asked: Map<string, number[]>;
  /** What the customer replied to the bot's questions, by slot. */
  told: Told;
  /** Values at the handoff; a cleared slot is not held. */
  held: Map<string, SlotValue>;
  /** Customer turns that the bot did not recognise. */
  unrecognised: number[];
  errors: number[];
  /** The last intent that the bot went on with, else the last that it heard; and the turn that it took it from. */
  intent?: { name: string; turn: number; confidence: number };
  /** The turn with a wish that the bot acted on as on a request for a person, where it acted on no other. */
  takenForRequest?: number;
}

/** An answer is short; a longer turn after a question may well be a new request. */
const longestAnswer = 8;
export function readBot(session: Session, tools: QuestionTools): BotReading {
  const asked = askedSlots(session, tools);
  const askedAt = new Set([...asked.values()].flat());
  const customer = session.turns.flatMap((turn, index) => {
    if (turn.actor !== 'customer') return [];
    const read = tools.readTurn(turn, index);
    const asks = askedAt.has(previousBotTurn(session.turns, index));
    const isRequest = asksForPerson(session, index, read, asks, tools);
    return [Object.assign(read, { role: isRequest ? 'human' : roleOf(turn, read, asks, tools) })];
  });
  const unrecognised = customer
    .filter((turn) => turn.role === 'free' && isUnrecognised(session, turn.index, tools))
    .map(({ index }) => index);
  const taken = takenForRequest(session, customer, tools);
  const intent = actedOn(session.turns, customer, unrecognised, asked, tools);
  return {
    session,
    customer,
    asked,
    told: toldIn(asked, customer),
    held: heldAtHandoff(session),
    unrecognised,
    errors: session.turns.flatMap(({ error }, i) => (error === undefined ? [] : [i])),
    ...(intent && { intent }),
    ...(!intent && taken !== undefined && { takenForRequest: taken }),
  };
}

/** Where the platform does not log what a turn asks for, its words say so. */
function askedSlots(session: Session, tools: QuestionTools): Map<string, number[]> {
  const asked = new Map<string, number[]>();
  const add = (slot: string, turn: number) => asked.set(slot, [...(asked.get(slot) ?? []), turn]);
  session.turns.forEach(({ asksFor }, i) => {
    if (asksFor !== undefined) add(asksFor, i);
  });
  if (asked.size > 0) return asked;
  const begun = actedFrom(session.turns, tools);
  session.turns.forEach(({ actor, text }, i) => {
    if (actor !== 'bot' || text === undefined) return;
    for (const { kind, slot, confidence } of tools.reader.read(text)) {
      const mayAsk = i > begun || tools.config.verificationSlots.includes(slot);
      if (kind === 'request' && mayAsk && confidence >= tools.config.askConfidence) add(slot, i);
    }
  });
  return asked;
}

/**
 * The turn that the bot first acted on: before it, its questions are a greeting, ask for other words, or who is there. Where no
 * intents are logged, the customer's first turn.
 */
function actedFrom(
  turns: readonly SessionTurn[],
  { lowConfidence, isActedOn }: QuestionTools,
): number {
  const spoken = turns.flatMap(({ actor }, i) => (actor === 'customer' ? [i] : []));
  const logged = spoken.filter((i) => turns[i]?.intent !== undefined);
  const acted = logged.find((i) => {
    const intent = turns[i]?.intent;
    return intent && isActedOn(intent.name) && intent.confidence >= lowConfidence;
  });
  return (logged.length > 0 ? acted : spoken[0]) ?? turns.length;
}

function previousBotTurn(turns: readonly SessionTurn[], before: number): number {
  let at = before - 1;
  while (at >= 0 && turns[at]?.actor !== 'bot') at -= 1;
  return at;
}

function roleOf(turn: SessionTurn, read: ReadTurn, afterAsk: boolean, tools: QuestionTools): Role {
  if (turn.payload) return 'payload';
  if (read.courtesyOnly || read.words.length === 0) return afterAsk ? 'answer' : 'courtesy';
  if (!afterAsk) return 'free';
  const confident = (turn.intent?.confidence ?? 0) >= tools.lowConfidence;
  const captured = Object.values(turn.slots ?? {}).some(({ digest }) => digest !== null);
  if (captured && read.words.length <= 2 * longestAnswer) return 'answer';
  return read.words.length <= longestAnswer && !(confident && read.words.length > 5)
    ? 'answer'
    : 'free';
}

function isUnrecognised(session: Session, index: number, tools: QuestionTools): boolean {
  const { turns } = session;
  const { intent } = turns[index] ?? {};
  if (intent && isFallback(intent.name)) return true;
  const reply = turns.slice(index + 1).find(({ actor }) => actor === 'bot');
  const fallback = tools.definition?.fallbackAction;
  if (isFallbackAction(reply?.action, fallback)) return true;
  const saysSo = reply !== undefined && tools.readTurn(reply, 0).marks.has('fallback');
  // Where the log names what the bot does when it does not understand, another action shows that it went on.
  const goesOn = reply?.action !== undefined && fallback !== undefined && !saysSo;
  if (goesOn && !givesUpAt(session, index)) return false;
  return intent ? intent.confidence < tools.lowConfidence : saysSo;
}

/** The last words before a handoff for want of understanding: what the bot says to them is the handoff itself. */
function givesUpAt({ turns, handoff }: Session, index: number): boolean {
  const reason = handoff?.reason ?? 'unknown';
  if (!handoff || (reason !== 'no_match' && reason !== 'unknown')) return false;
  return !turns.slice(index + 1).some(({ actor }) => actor === 'customer');
}

/** The bot asks for the same as before: it took nothing from what was said between. */
function askedOn(turns: readonly SessionTurn[], index: number): boolean {
  const before = turns[previousBotTurn(turns, index)]?.asksFor;
  const next = turns.slice(index + 1).find(({ actor }) => actor === 'bot');
  return before !== undefined && next?.asksFor === before;
}

function heldAtHandoff(session: Session): Map<string, SlotValue> {
  const held = new Map<string, SlotValue>();
  session.turns.forEach(({ slots, at }, turn) => {
    for (const [name, value] of Object.entries<HeldValue>(slots ?? {})) {
      if (value.digest === null) held.delete(name);
      else if (held.get(name)?.digest !== value.digest)
        held.set(name, { digest: value.digest, tails: value.tails ?? [], turn, at });
    }
  });
  return held;
}

function actedOn(
  turns: readonly SessionTurn[],
  customer: readonly CustomerTurn[],
  unrecognised: readonly number[],
  asked: BotReading['asked'],
  tools: QuestionTools,
): BotReading['intent'] {
  const found = customer.flatMap(({ role, index }) => {
    const intent = turns[index]?.intent;
    if (!intent || !tools.isActedOn(intent.name) || unrecognised.includes(index)) return [];
    if (role === 'free' && intent.confidence < tools.lowConfidence) return [];
    if (askedOn(turns, index)) return [];
    return [{ role, name: intent.name, turn: index, confidence: intent.confidence }];
  });
  const said = found.filter(({ role }) => role === 'free' || role === 'payload');
  // "That does not solve it" may be heard as a wish, with which the bot then does nothing.
  const followed = said.findLast(({ name, turn }) =>
    isFollowed(turns, turn, asked, tools.forms.byIntent.get(name)),
  );
  // Some platforms log what a conversation is about with each answer, and nowhere else.
  const last =
    followed ??
    said.at(-1) ??
    found.findLast(({ role, name }) => role === 'answer' && tools.wants.includes(name));
  return last && { name: last.name, turn: last.turn, confidence: last.confidence };
}

/**
 * "Switch to a better package": the bot hears a person asked for and hands over, and its own phrases say otherwise. However unsure they are: what the
 * customer wanted instead is shown by the agent side alone. "Put me and a mate down" may be heard so by any who learned from these phrases: words that
 * no phrase of the request has say something else.
 */
function takenForRequest(
  { turns, handoff }: Session,
  customer: readonly CustomerTurn[],
  tools: QuestionTools,
): number | undefined {
  const { requests, wants, shadow } = tools;
  const last = customer.at(-1);
  if (!handoff || last?.role !== 'free') return undefined;
  if (!requests.has(turns[last.index]?.intent?.name ?? '')) return undefined;
  const heard = shadow?.classify(last.text).intent ?? null;
  if (heard !== null && wants.includes(heard)) return last.index;
  const said = wordsOfRequests(tools);
  const others = new Set(last.content.filter((word) => !said.has(word)));
  return others.size >= fewestBesideRequest ? last.index : undefined;
}

/** Words of content of the phrases by which the bot knows that a person is asked for. */
const wordsOfRequests = onePer(({ definition, requests, readTurn }: QuestionTools) => {
  const own = (definition?.intents ?? []).filter(({ name }) => requests.has(name));
  const examples = own.flatMap((intent) => intent.examples);
  return new Set(examples.flatMap((text) => readTurn({ at: 0, text }, 0).content));
});

/**
 * Whether the bot went on with an intent: it asked for a slot of its form, or was told one with the rest, or the conversation ended there. An
 * intent without a form shows nothing of it.
 */
function isFollowed(
  turns: readonly SessionTurn[],
  from: number,
  asked: BotReading['asked'],
  form: ReadonlySet<string> | undefined,
): boolean {
  if (!form || asked.size === 0) return true;
  const slots = [...form];
  if (slots.some((slot) => asked.get(slot)?.some((turn) => turn > from))) return true;
  const setIn = (among: readonly SessionTurn[]) =>
    slots.filter((slot) => among.some((turn) => (turn.slots?.[slot]?.digest ?? null) !== null));
  const isFull = setIn(turns).length === slots.length;
  const since = turns.slice(from + 1);
  // What fails before the form is full is what was done before, tried again.
  if (!since.some(({ actor }) => actor === 'customer'))
    return isFull || since.every(({ error }) => error === undefined);
  return isFull && setIn(turns.slice(from)).length > 0;
}
