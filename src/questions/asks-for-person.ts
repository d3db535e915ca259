/** Whether a customer's turn asks for a person: by its words, by what the bot did with it, or by why it was handed over. */
import type { Session } from '../domain/conversation.js';
import { leastContentOfMatter } from '../transcript/settings.js';
import type { ReadTurn } from '../transcript/turns.js';
import {
  confirmedAgainFrom,
  confirmedFrom,
  longestRequest,
  mostContentOfRequest,
  sharedByRephrasing,
} from './settings.js';
import type { QuestionTools } from './tools.js';

/**
 * The words ask for it; or they are the last before a handoff that the log calls the customer's own wish. Where only the bot's own
 * NLU took them for that, the log says nothing of its own: who has told something before asks by whatever words; a longer first
 * message must be read so by the shadow NLU, too: "I would much rather speak with a member of staff", not "who can I talk to about my lost ring".
 * @param afterAsk the bot had asked for a slot: a zero answers it
 */
export function asksForPerson(
  session: Session,
  index: number,
  read: ReadTurn,
  afterAsk: boolean,
  tools: QuestionTools,
): boolean {
  const turn = session.turns[index];
  if (!turn || turn.payload) return false;
  const isZero = afterAsk && /^[\s\d]*$/.test(tools.language.numbers.toDigits(read.text));
  if (read.asksForPerson && !isZero) return true;
  if (read.words.length === 0 || read.courtesyOnly) return false;
  if (isAskedAgain(session, index, tools)) return isRequest(read, tools, confirmedAgainFrom);
  if (!endsByRequest(session, index, tools)) return false;
  const isShort = read.words.length <= longestRequest;
  const toldBefore = hasToldBefore(session, index, tools);
  if (!tools.requests.has(turn.intent?.name ?? '')) return isShort || toldBefore;
  if (isShort && (toldBefore || read.content.length <= mostContentOfRequest)) return true;
  if (!toldBefore) return isRequest(read, tools, confirmedFrom);
  const heard = tools.shadow?.classify(read.text);
  return (
    !saysAgain(session, index, read, tools) &&
    (!heard || heard.intent === null || tools.requests.has(heard.intent))
  );
}

/** By the shadow NLU, which was taught the bot's own phrases. */
function isRequest({ text }: ReadTurn, { shadow, requests }: QuestionTools, from: number): boolean {
  const heard = shadow?.classify(text);
  if (!heard || heard.intent === null || !requests.has(heard.intent)) return false;
  return heard.probability >= from;
}

/** The bot heard a request, and the customer's next and last words are one as well: who had been misheard would say the wish again. */
function isAskedAgain(session: Session, index: number, tools: QuestionTools): boolean {
  const { turns } = session;
  if (!tools.requests.has(turns[index]?.intent?.name ?? '')) return false;
  const [next, ...more] = turns.flatMap(({ actor }, at) =>
    actor === 'customer' && at > index ? [at] : [],
  );
  const turn = turns[next ?? 0];
  if (next === undefined || !turn || more.length > 0) return false;
  return tools.readTurn(turn, next).asksForPerson || endsByRequest(session, next, tools);
}

/** The last words before a handoff that the log calls the customer's own wish; where it gives no reason, the bot took them for one. */
function endsByRequest(
  { turns, handoff }: Session,
  index: number,
  { requests }: QuestionTools,
): boolean {
  if (!handoff || turns.slice(index + 1).some(({ actor }) => actor === 'customer')) return false;
  const { reason = 'unknown' } = handoff;
  if (reason !== 'unknown') return reason === 'user_request';
  return requests.has(turns[index]?.intent?.name ?? '');
}

/** "Let me put it this way", and then the same wish once more. */
const saysAgain = (
  { turns }: Session,
  index: number,
  { content }: ReadTurn,
  { readTurn }: QuestionTools,
): boolean =>
  turns.slice(0, index).some((turn, at) => {
    if (turn.actor !== 'customer') return false;
    const earlier = new Set(readTurn(turn, at).content);
    const shared = content.filter((word) => earlier.has(word)).length;
    return earlier.size >= leastContentOfMatter && shared >= sharedByRephrasing * earlier.size;
  });

const hasToldBefore = ({ turns }: Session, index: number, tools: QuestionTools): boolean =>
  turns.slice(0, index).some((turn, at) => {
    const read = tools.readTurn(turn, at);
    const isTold = read.words.length > 0 && !read.courtesyOnly && !read.asksForPerson;
    return turn.actor === 'customer' && isTold;
  });
