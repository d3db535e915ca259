/** Whether a customer's turn asks for a person: by its words, or by what the bot did with it. */
import type { Session } from '../domain/conversation.js';
import type { ReadTurn } from '../transcript/turns.js';
import type { QuestionTools } from './tools.js';

/** Words of a request; a longer one may say what is wanted, and the bot misread it. */
const longestRequest = 6;
/** From here on the shadow NLU confirms a first message of more words: likelier than all else, for a wish that the bot lacks is often heard as a request. */
const confirmedFrom = 0.5;

/**
 * The words are known for it; or the log says that the bot took the turn for the wish for a person and handed over at once. Who has
 * told something before asks by whatever words; a longer first message must be read so by the shadow NLU, too: "I would much rather
 * speak with a member of staff", not "who can I talk to about my lost ring".
 */
export function asksForPerson(
  session: Session,
  index: number,
  read: ReadTurn,
  tools: QuestionTools,
): boolean {
  const turn = session.turns[index];
  if (!turn || turn.payload || read.text.startsWith('/')) return false;
  if (read.marks.has('human')) return true;
  if (!tools.requests.has(turn.intent?.name ?? '') || read.words.length === 0) return false;
  if (!endsByRequest(session, index)) return false;
  if (read.words.length <= longestRequest) return true;
  const heard = tools.shadow?.classify(read.text);
  if (hasToldBefore(session, index, tools))
    return !heard || heard.intent === null || tools.requests.has(heard.intent);
  if (!heard || heard.intent === null || !tools.requests.has(heard.intent)) return false;
  return heard.probability >= confirmedFrom;
}

const endsByRequest = ({ turns, handoff }: Session, index: number): boolean =>
  handoff?.reason === 'user_request' &&
  !turns.slice(index + 1).some(({ actor }) => actor === 'customer');

const hasToldBefore = ({ turns }: Session, index: number, { readTurn }: QuestionTools): boolean =>
  turns.slice(0, index).some((turn, at) => {
    const { words, courtesyOnly, marks } = readTurn(turn, at);
    return turn.actor === 'customer' && words.length > 0 && !courtesyOnly && !marks.has('human');
  });
