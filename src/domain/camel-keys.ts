/** Names of a written file as the program has them: `window_minutes` is `windowMinutes`. */
type Camel<Name extends string> = Name extends `${infer First}_${infer Rest}`
  ? `${First}${Capitalize<Camel<Rest>>}`
  : Name;

export type CamelKeys<T> = { [Name in keyof T as Camel<Name & string>]: T[Name] };

/** Its own keys alone: what they hold may have keys that are a person's words (intents, slots). */
export function camelKeys<T extends object>(written: T): CamelKeys<T> {
  const camel = (name: string) =>
    name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
  return Object.fromEntries(
    Object.entries(written).map(([name, value]) => [camel(name), value]),
  ) as CamelKeys<T>;
}
