/** One tracker event, as far as it is read. */
import {
  isObject,
  type JsonObject,
  listOf,
  numberOf,
  objectOf,
  textOf,
} from '../../../lib/json.js';
import { momentOf } from '../../log/moment.js';

interface Guess {
  name: string;
  confidence: number;
}

export interface RasaEvent {
  kind: string;
  /** Epoch seconds, with a fraction. */
  at: number;
  /** Of an action, slot, form or flow. */
  name?: string;
  text?: string;
  value?: unknown;
  metadata: JsonObject;
  /** A bot event's own payload. */
  custom: JsonObject;
  intent?: Guess;
  ranking: Guess[];
  /** CALM commands. */
  commands: string[];
  channel?: string;
}

/** null where it has no type or no time. */
export function rasaEvent(raw: JsonObject): RasaEvent | null {
  const at = secondsOf(raw.timestamp);
  const kind = textOf(raw.event);
  if (kind === undefined || at === undefined || !isMoment(at)) return null;
  const parse = objectOf(raw.parse_data);
  const name = textOf(raw.name) ?? textOf(raw.flow_id);
  const text = textOf(raw.text);
  const channel = textOf(raw.input_channel);
  const [said] = guesses([parse.intent]);
  const intent = said && memberOf(said, objectOf(parse.response_selector));
  return {
    kind,
    at,
    ...(name !== undefined && { name }),
    ...(text !== undefined && { text }),
    ...(channel !== undefined && { channel }),
    ...('value' in raw && { value: raw.value }),
    ...(intent && { intent }),
    metadata: objectOf(raw.metadata),
    custom: objectOf(objectOf(raw.data).custom),
    ranking: guesses(listOf(parse.intent_ranking)).map((guess) =>
      guess.name === said?.name && intent ? intent : guess,
    ),
    commands: listOf(parse.commands).flatMap((item) => textOf(objectOf(item).command) ?? []),
  };
}

/** A retrieval intent is a group (`faq`): which of its members is meant (`faq/hours`) the response selector says. */
function memberOf(intent: Guess, selectors: JsonObject): Guess {
  for (const selector of [selectors[intent.name], selectors.default]) {
    const response = objectOf(objectOf(selector).response);
    const name = textOf(response.intent_response_key);
    if (name?.startsWith(`${intent.name}/`))
      return { name, confidence: numberOf(response.confidence) ?? intent.confidence };
  }
  return intent;
}

/** Rasa writes seconds; what is between it and a file may have made milliseconds or a date of them. */
function secondsOf(timestamp: unknown): number | undefined {
  const number = numberOf(timestamp);
  if (number !== undefined && number < firstMillis) return number;
  const moment = momentOf(timestamp);
  return moment === undefined ? undefined : Date.parse(moment) / 1000;
}

/** As seconds the year 5138, as milliseconds 1973. */
const firstMillis = 1e11;

/** Within what a date can hold. */
const isMoment = (seconds: number): boolean => seconds > 0 && seconds < firstMillis;

function guesses(list: readonly unknown[]): Guess[] {
  return list.flatMap((item) => {
    if (!isObject(item)) return [];
    const name = textOf(item.name);
    const confidence = numberOf(item.confidence) ?? 0;
    // Sums of floats end a little above 1.
    return name === undefined ? [] : [{ name, confidence: Math.min(1, Math.max(0, confidence)) }];
  });
}
