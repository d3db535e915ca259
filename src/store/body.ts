/**
 * What is kept as JSON is looked at when it comes back. The shape of a body belongs to the version of the database: what changes
 * one is a migration, and a database that is newer than the code is not opened (`open.ts`).
 */
import { z } from 'zod';
import { NightError } from '../domain/errors.js';
import { isObject } from '../lib/json.js';

export interface Body<T> {
  write(value: T): string;
  /** @throws NightError where the text is not of this kind */
  read(text: string): T;
}

const kinds = {
  text: z.string(),
  number: z.number(),
  flag: z.boolean(),
  list: z.custom(Array.isArray, { error: 'expected a list' }),
  object: z.custom(isObject, { error: 'expected an object' }),
};
type Kind = keyof typeof kinds;

type KindOf<V> = V extends string
  ? 'text'
  : V extends number
    ? 'number'
    : V extends boolean
      ? 'flag'
      : V extends readonly unknown[]
        ? 'list'
        : 'object';
type RequiredKeys<T> = { [K in keyof T]-?: object extends Pick<T, K> ? never : K }[keyof T];

/** Every key that a body cannot be without; one that is forgotten, or of another kind, does not compile. */
export type Shape<T> = {
  readonly [K in RequiredKeys<T>]: null extends T[K]
    ? readonly [KindOf<NonNullable<T[K]>>, 'null']
    : KindOf<T[K]>;
};

/**
 * Looks at a body's own keys, not into its lists: a night reads some ten thousand bodies with all their turns.
 * @param what for the message: `a session`
 */
export function bodyOf<T extends object>(what: string, shape: Shape<T>): Body<T> {
  const schema = schemaOf(shape);
  const isBody = (value: unknown): value is T => schema.safeParse(value).success;
  return {
    write: (value) => JSON.stringify(value),
    read(text) {
      const value: unknown = JSON.parse(text);
      if (isBody(value)) return value;
      const [issue] = schema.safeParse(value).error?.issues ?? [];
      throw new NightError(
        `[store] ${what} in the database is not as this version writes it: ${issue?.path.join('.')}: ${issue?.message}. Run its night again, or all with "handback backfill"`,
      );
    },
  };
}

/** Not a loose object, which zod copies key by key, and which took as long as to parse the JSON. */
const schemaOf = (shape: Readonly<Record<string, Kind | readonly [Kind, 'null']>>) =>
  z.object(
    Object.fromEntries(
      Object.entries(shape).map(([key, kind]) => [
        key,
        typeof kind === 'string' ? kinds[kind] : kinds[kind[0]].nullable(),
      ]),
    ),
  );
