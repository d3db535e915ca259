import type { Survey } from '../domain/conversation.js';
import { filled } from '../lib/json.js';

/** A survey as the store has it, joined of the rows that were read. */
export interface JoinedSurvey extends Survey {
  /** Of values that were given before `respondedAt`; by the question's name, or `customer.` and the kind of the identity. */
  givenAt?: Record<string, number>;
}

const measures = ['csat', 'ces', 'nps', 'complaint', 'comment'] as const;
/** Tools that write each question into a row give each its own time, minutes apart. */
const oneResponseMs = 24 * 3_600_000;

/**
 * Many tools write each question into a row, or a file, of its own: of each value the one that was given last counts, as far as
 * it is of the last response. A row is known again by its time: of what two rows of one time (or of none) say differently the
 * one read last counts, since it may be the same row, mended by the vendor or read on another scale. Beyond that, which row was
 * read first decides nothing, for which each value keeps its own time.
 */
export function joinSurveys(known: JoinedSurvey, read: Survey): JoinedSurvey {
  const { id, platform, contactId } = { ...known, ...read };
  const newest = Math.max(timeOf(known), timeOf(read));
  const given = latestOf([...valuesOf(known), ...valuesOf(read)]).filter(
    ({ at }) => at >= newest - oneResponseMs,
  );
  const earlier = given.filter(({ at }) => at < newest);
  const values = new Map(given.map(({ name, value }) => [name, value]));
  // In the order of a single row, and filled as one: a survey is known again by the hash of its text.
  return filled({
    id,
    platform,
    contactId,
    customer: Object.fromEntries(
      [...values].flatMap(([name, value]) =>
        name.startsWith(ofCustomer) ? [[name.slice(ofCustomer.length), value]] : [],
      ),
    ),
    respondedAt: newest === -Infinity ? undefined : newest,
    ...Object.fromEntries(measures.map((name) => [name, values.get(name)])),
    ...(earlier.length > 0 && {
      givenAt: Object.fromEntries(earlier.map(({ name, at }) => [name, at])),
    }),
  }) as JoinedSurvey;
}

/** Without what only the joining of further rows needs. */
export function responseOf({ givenAt: _, ...survey }: JoinedSurvey): Survey {
  return survey;
}

interface Given {
  name: string;
  value: unknown;
  at: number;
}

const ofCustomer = 'customer.';

/** A row without a time is older than any that has one: it is another response, which does not count beside that. */
const timeOf = ({ respondedAt }: Survey): number => respondedAt ?? -Infinity;

function valuesOf(survey: JoinedSurvey): Given[] {
  const values = [
    ...measures.map((name) => [name, survey[name]] as const),
    ...Object.entries(survey.customer).map(([kind, hash]) => [ofCustomer + kind, hash] as const),
  ];
  return values.flatMap(([name, value]) =>
    value === undefined ? [] : [{ name, value, at: survey.givenAt?.[name] ?? timeOf(survey) }],
  );
}

/** Of each name the last; of one time the one that comes last. */
function latestOf(given: readonly Given[]): Given[] {
  const latest = new Map<string, Given>();
  for (const one of given)
    if (one.at >= (latest.get(one.name)?.at ?? -Infinity)) latest.set(one.name, one);
  return [...latest.values()];
}
