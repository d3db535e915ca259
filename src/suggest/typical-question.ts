/** How agents ask for what the bot did not get. */
import type { Category } from '../domain/categories.js';
import type { JourneyResult } from '../domain/journey.js';
import { prepare, similarity } from '../text/similarity.js';
import { personalData } from './personal-data.js';
import { fewestWordsOfQuestion, wordingsRead } from './settings-of-advice.js';

/**
 * The agents' question for the slot that is most like all the others (the medoid), without anything personal in it;
 * undefined where none can be used. It is read from the findings of the category.
 */
export function typicalQuestion(
  journeys: readonly JourneyResult[],
  category: Category,
  slot: string,
): string | undefined {
  const questions = questionsFor(journeys, category, slot).map((text) => ({
    text,
    prepared: prepare(text),
  }));
  // "acc no pls" will do among people.
  const whole = questions.filter(({ text }) => text.split(/\s+/).length >= fewestWordsOfQuestion);
  const closeness = (one: (typeof questions)[number]) =>
    questions.reduce((sum, other) => sum + similarity(one.prepared, other.prepared), 0);
  return (whole.length > 0 ? whole : questions)
    .map((one) => ({ text: one.text, worth: closeness(one) }))
    .sort(
      (a, b) => b.worth - a.worth || a.text.length - b.text.length || (a.text < b.text ? -1 : 1),
    )
    .at(0)?.text;
}

/** What agents ask for the slot, of a bounded number of journeys, without what is personal. */
export const questionsFor = (
  journeys: readonly JourneyResult[],
  category: Category,
  slot: string,
): string[] =>
  journeys.flatMap((journey) => questionsIn(journey, category, slot)).slice(0, wordingsRead);

function questionsIn(
  { findings, quotes }: JourneyResult,
  category: Category,
  slot: string,
): string[] {
  const finding = findings.find((one) => one.category === category && one.slot === slot);
  const asked = finding?.turns.find((turn) => turn.startsWith('agent:'));
  const quote = asked && quotes[asked];
  if (!quote) return [];
  const sentences = quote.split(/(?<=[.?!？。])\s+/).map((sentence) => sentence.trim());
  // Voice transcripts have no question marks, so the last sentence stands in.
  const question = sentences.find((sentence) => /[?？]$/.test(sentence)) ?? sentences.at(-1) ?? '';
  const usable = question !== '' && !/\d/.test(question) && personalData(question) === null;
  return usable ? [question] : [];
}
