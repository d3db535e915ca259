/**
 * How agents answer customers who arrive angry. They calm them in words that they have for nobody else ("that shouldn't have
 * happened"); learned from those whose anger is plain, such words tell of customers who are angry in words that no list has.
 */
import type { AgentReading } from '../questions/agent-side.js';
import type { QuestionTools } from '../questions/tools.js';
import { stem } from '../text/words.js';
import { leastContentOfMatter } from '../transcript/settings.js';
import type { ReadTurn } from '../transcript/turns.js';
import {
  calmedMood,
  calmedTogether,
  deEscalationTimes,
  fewestCalmed,
  firstWordsRead,
  refutedBelow,
  surelyAngry,
} from './settings.js';

/** First words of a customer to an agent, and what the agent says to them. */
export interface Reception {
  /** Agent-side turn of the customer. */
  turn: number;
  /** -1 to 1: by the platform where it judged it (`rated`), else by its words. */
  mood: number;
  rated: boolean;
  /** It says something that an agent can be sorry about, and nothing but greetings came before: later an agent is sorry for much else. */
  tells: boolean;
  /** Stems of the agent's answer. */
  reply: string[];
}

export interface DeEscalation {
  /** For stems of agents' answers, the logarithm of how many times as often they come after plain anger as after anything else. */
  weights: ReadonlyMap<string, number>;
  /** Agents calm so regularly that where they do not, words that sound angry only name the matter. */
  regular: boolean;
}

export function receptionsOf(
  { contact, customer, turns }: AgentReading,
  tools: QuestionTools,
): Reception[] {
  const first = customer.filter(({ words }) => words.length > 0).slice(0, firstWordsRead);
  return first.map(({ index, text, content, courtesyOnly }, i) => {
    const sentiment = contact.turns[index]?.sentiment;
    const isAnswered = contact.turns[index + 1]?.actor === 'agent';
    return {
      turn: index,
      mood: sentiment ?? tools.sentiment(text),
      rated: sentiment !== undefined,
      tells:
        !courtesyOnly &&
        content.length >= leastContentOfMatter &&
        first.slice(0, i).every(isGreeting),
      reply: isAnswered ? stemsOf(turns[index + 1]) : [],
    };
  });
}

const isGreeting = ({ courtesyOnly, marks }: ReadTurn): boolean =>
  courtesyOnly && !marks.has('yes') && !marks.has('no');

const stemsOf = (turn: ReadTurn | undefined): string[] =>
  [...new Set(turn?.words.map(stem))].sort();

/** @param angryFrom the mood from which downwards words are plainly angry */
export function learnDeEscalation(all: readonly Reception[], angryFrom: number): DeEscalation {
  const answered = all.filter(({ reply }) => reply.length > 0);
  const angry = countWords(answered.filter(({ mood }) => mood <= angryFrom));
  const calm = countWords(answered.filter(({ mood }) => mood > angryFrom));
  const weight = (word: string): number => {
    const inAngry = ((angry.words.get(word) ?? 0) + 0.5) / (angry.all + 1);
    return Math.log(inAngry / (((calm.words.get(word) ?? 0) + 0.5) / (calm.all + 1)));
  };
  const seen = [...new Set([...angry.words.keys(), ...calm.words.keys()])].sort();
  const often = seen.filter(
    (word) => (angry.words.get(word) ?? 0) + (calm.words.get(word) ?? 0) >= fewestCalmed,
  );
  const weights = new Map(often.map((word) => [word, weight(word)]));
  const without = (isAngry: boolean): number => {
    const own = answered.filter(({ mood }) => mood <= angryFrom === isAngry);
    const plain = own.filter(({ reply }) => !calms(reply, weights));
    return (plain.length + 1) / (own.length + 1);
  };
  return { weights, regular: without(true) < refutedBelow * without(false) };
}

/** A word of the answer says it, and no others speak against it: "I'm sorry" comes before "that is not something we can help with", too. */
function calms(reply: readonly string[], weights: ReadonlyMap<string, number>): boolean {
  const known = reply.flatMap((word) => weights.get(word) ?? []);
  const together = known.reduce((sum, weight) => sum + weight, 0);
  return Math.max(...known) >= Math.log(deEscalationTimes) && together >= Math.log(calmedTogether);
}

function countWords(receptions: readonly Reception[]): { all: number; words: Map<string, number> } {
  const words = new Map<string, number>();
  for (const word of receptions.flatMap(({ reply }) => reply))
    words.set(word, (words.get(word) ?? 0) + 1);
  return { all: receptions.length, words };
}

/** The mood as the agent seems to have felt it. */
export function feltMood(
  { mood, rated, tells, reply }: Reception,
  { weights, regular }: DeEscalation,
): number {
  const isCalmed = calms(reply, weights);
  if (isCalmed && tells) return Math.min(mood, calmedMood);
  const isDoubtful = mood > surelyAngry && !rated && reply.length > 0;
  return regular && !isCalmed && isDoubtful ? Math.max(mood, 0) : mood;
}
