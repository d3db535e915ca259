import type { Survey } from '../domain/conversation.js';

const measures = ['csat', 'ces', 'nps', 'complaint', 'comment'] as const;
/** Tools that write each question into a row give each its own time, minutes apart. */
const oneResponseMs = 24 * 3_600_000;

/**
 * Two surveys of one contact, the known one first. Many tools write each question into a row, or a file, of its own: what one
 * row of a response does not answer stays as the other says it, and of two answers to one question the later counts. Of two
 * responses the later counts alone. Which file was read first decides nothing.
 */
export function joinSurveys(known: Survey, read: Survey): Survey {
  const later = laterOf(known, read);
  if (!isOneResponse(known, read)) return later;
  if (known.respondedAt === read.respondedAt)
    return { ...lesserOf(known, read), customer: lesserOf(known.customer, read.customer) };
  const customer = { ...known.customer, ...read.customer, ...later.customer };
  return { ...known, ...read, ...later, customer };
}

/** Without times, rows that answer a question differently cannot be of one response. */
function isOneResponse(one: Survey, other: Survey): boolean {
  const [a, b] = [one.respondedAt, other.respondedAt];
  if (a !== undefined && b !== undefined) return Math.abs(a - b) <= oneResponseMs;
  return a === b && contradiction(one, other) === undefined;
}

const contradiction = (one: Survey, other: Survey) =>
  measures.find(
    (name) => one[name] !== undefined && other[name] !== undefined && one[name] !== other[name],
  );

/** One with a time is later than one without; of two of the same time that contradict each other, the lesser answer is taken. */
function laterOf(known: Survey, read: Survey): Survey {
  const [a, b] = [known.respondedAt ?? -Infinity, read.respondedAt ?? -Infinity];
  if (a !== b) return a > b ? known : read;
  const name = contradiction(known, read);
  return name !== undefined && isLess(read[name], known[name]) ? read : known;
}

/** Value by value, since neither is later. */
function lesserOf<T extends object>(known: T, read: T): T {
  const both = { ...known, ...read };
  for (const key of Object.keys(known) as (keyof T)[])
    if (isLess(known[key], both[key])) both[key] = known[key];
  return both;
}

/** Of two texts, two numbers or two truths. */
const isLess = (one: unknown, other: unknown): boolean => (one as number) < (other as number);
