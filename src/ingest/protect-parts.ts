/** What protecting a record of any kind has in common. */
import type { AgentContactRecord, SurveyRecord } from '../domain/records.js';
import type { RecordValues } from '../redact/record-values.js';
import type { Context, Redacted, Redactor } from '../redact/redact.js';
import { usualScale } from '../vendors/handback/rules.js';

/** What protecting needs: the redactor, and `name` for short words that come again and again. */
export interface ProtectTools {
  redactor: Redactor;
  name(text: string): string;
}

export const time = (at: string): number => Date.parse(at);
export const maybeTime = (at: string | undefined): number | undefined =>
  at === undefined ? undefined : time(at);
const languageTag = /^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*$/;
export const localeOf = (text: string | undefined): string | undefined =>
  text !== undefined && languageTag.test(text) ? text : undefined;

/** Stable: turns of one moment keep their order. */
export const inOrder = <T extends { at: number }>(turns: T[]): T[] =>
  turns.sort((a, b) => a.at - b.at);

/** A text with what is personal in it hidden, and what of it was hidden remembered for the record's other turns. */
export function hide(
  text: string,
  context: Pick<Context, 'asked' | 'prose'>,
  record: RecordValues,
  redactor: Redactor,
): { text: string; codeShapes?: readonly string[] } {
  const known = record.placesIn(text);
  const redacted = redactor.redactWithSpans(text, [], { ...context, known });
  for (const { kind, words } of redacted.hidden) record.add(kind, words);
  return { text: redacted.text, ...shapesOf(redacted) };
}

/** Nothing where the text has no hidden code: most have none. */
export const shapesOf = ({ codeShapes }: Pick<Redacted, 'codeShapes'>) =>
  codeShapes.length > 0 ? { codeShapes } : {};

/** 0 to 100, from a scale that begins at 1. */
export function csatOf({
  csat,
  csat_scale: scale = usualScale,
}: SurveyRecord | Outcomes): number | undefined {
  return csat === undefined ? undefined : ((csat - 1) / (scale - 1)) * 100;
}
type Outcomes = NonNullable<AgentContactRecord['outcome']>;
