/** Paths as people write them: `~/` is the home folder, `$NAME` and `${NAME}` are what the environment has, `$$` is a dollar sign. */
import { homedir } from 'node:os';
import { z } from 'zod';
import { isObject } from '../lib/json.js';
import { places, type WrittenConfig, writtenConfig } from './schema.js';
import { type Path, unwrap, written } from './shape.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/** A name in capitals, wherever it stands; a dollar sign before anything else is part of a folder's name. */
const named = /\$(?:\$|\{([A-Z_][A-Z0-9_]*)\}|([A-Z_][A-Z0-9_]*))/g;

/** What the environment does not have stays as it is written. */
export const placed = (path: string, environment: Environment): string =>
  path
    .replace(/^~(?=[\\/]|$)/, () => environment.HOME ?? homedir())
    .replace(named, (written, braced?: string, bare?: string) =>
      written === '$$' ? '$' : (environment[braced ?? bare ?? ''] ?? written),
    );

/** A path that is there, so that it is read as it is. */
export const writtenAs = (path: string): string => path.replace(/\$(?=[$A-Z_{])/g, '$$$$');

/** A problem for each name that a path has and the environment does not. */
export const unsetNames = (config: WrittenConfig, environment: Environment): string[] =>
  pathsIn(writtenConfig, config).flatMap(([key, path]) =>
    [...path.matchAll(named)].flatMap(([whole, braced, bare]) => {
      const name = braced ?? bare ?? '';
      return whole === '$$' || environment[name] !== undefined
        ? []
        : [`${written(key)}: $${name} is not set in the environment; write $$ for a dollar sign`];
    }),
  );

/** The schema says which they are, so that none is forgotten here. */
function pathsIn(schema: unknown, value: unknown, key: Path = []): [Path, string][] {
  const inner = unwrap(schema);
  const { shape, element } = inner;
  if (typeof value === 'string')
    return inner instanceof z.ZodType && places.has(inner) ? [[key, value]] : [];
  if (Array.isArray(value)) return value.flatMap((one, i) => pathsIn(element, one, [...key, i]));
  if (!isObject(value)) return [];
  return Object.entries(shape ?? {}).flatMap(([name, part]) =>
    pathsIn(part, value[name], [...key, name]),
  );
}
