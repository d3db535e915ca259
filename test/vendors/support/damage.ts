/** What happens to lines on their way: cut off, a field of another type, hostile, gone, or moved. */
import fc from 'fast-check';

const hostile = fc.constantFrom<unknown>(
  null,
  true,
  -1,
  1e308,
  '',
  'not a time',
  '__proto__',
  '\u0000\ud800',
  [],
  [[[[[[null]]]]]],
  {},
  { constructor: { prototype: 1 } },
  [null, 1, 'x', {}],
);

type Path = (string | number)[];

function pathsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const inner = Object.entries(value).flatMap(([key, part]) =>
    pathsIn(part, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return path.length > 0 ? [path, ...inner] : inner;
}

function withValue(value: unknown, [key, ...rest]: Path, put: unknown): unknown {
  if (key === undefined) return put;
  if (Array.isArray(value))
    return value.map((one, i) => (i === key ? withValue(one, rest, put) : one));
  const object = value as Record<string, unknown>;
  return { ...object, [key]: withValue(object[key], rest, put) };
}

/** A line with something wrong in it; always ends where it ended. */
export function damaged(line: string): fc.Arbitrary<string> {
  const cut = fc.nat(Math.max(0, line.length - 2)).map((length) => `${line.slice(0, length)}\n`);
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return cut.filter((text) => (text.match(/"/g)?.length ?? 0) % 2 === 0);
  }
  const paths = pathsIn(value);
  const changed = fc
    .tuple(fc.constantFrom(...(paths.length > 0 ? paths : [[]])), hostile)
    .map(([path, put]) => `${JSON.stringify(withValue(value, path, put))}\n`);
  return fc.oneof({ weight: 4, arbitrary: changed }, { weight: 1, arbitrary: cut });
}
