/** Traces as text. Agents have stock phrases, so a sentence is parsed once however many traces have it. */
import type { Sentence } from '../questions/asks.js';
import type { Question } from '../questions/questions.js';
import type { Trace } from './trace.js';

interface Written extends Omit<Trace, 'questions'> {
  questions: (Omit<Question, 'sentence'> & { sentence: string })[] | null;
}

export function writeTrace(trace: Trace): string {
  const questions =
    trace.questions?.map((question) => ({
      ...question,
      sentence: JSON.stringify(question.sentence),
    })) ?? null;
  return JSON.stringify({ ...trace, questions } satisfies Written);
}

/** @returns what reads traces that this version of the code wrote */
export function createTraceParser(): (body: string) => Trace {
  const sentences = new Map<string, Sentence>();
  const sentenceOf = (written: string): Sentence => {
    const known = sentences.get(written);
    if (known) return known;
    const sentence = JSON.parse(written) as Sentence;
    sentences.set(written, sentence);
    return sentence;
  };
  return (body) => {
    const { questions, ...trace } = JSON.parse(body) as Written;
    return {
      ...trace,
      questions:
        questions?.map((question) => ({ ...question, sentence: sentenceOf(question.sentence) })) ??
        null,
    };
  };
}
