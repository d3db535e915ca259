/** Paths as people write them: `~/` is the home folder, `$NAME` and `${NAME}` are what the environment has. */
import { homedir } from 'node:os';
import type { WrittenConfig } from './schema.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/** A name in capitals; a dollar sign before anything else is part of a folder's name. */
const named = /\$(?:\{([A-Z_][A-Z0-9_]*)\}|([A-Z_][A-Z0-9_]*))/g;

/** What the environment does not have stays as it is written. */
export const placed = (path: string, environment: Environment): string =>
  path
    .replace(/^~(?=[\\/]|$)/, () => environment.HOME ?? homedir())
    .replace(
      named,
      (written, braced?: string, bare?: string) => environment[braced ?? bare ?? ''] ?? written,
    );

/** A problem for each name that a path has and the environment does not. */
export function unsetNames(written: WrittenConfig, environment: Environment): string[] {
  const { sources, training_data, database, out, key_file } = written;
  const paths: [string, string | undefined][] = [
    ...sources.map(({ path }, i): [string, string] => [`sources[${i}].path`, path]),
    ['training_data.path', training_data?.path],
    ['database', database],
    ['out', out],
    ['key_file', key_file],
  ];
  return paths.flatMap(([key, path = '']) =>
    [...path.matchAll(named)].flatMap(([, braced, bare]) => {
      const name = braced ?? bare ?? '';
      return environment[name] === undefined
        ? [`${key}: $${name} is not set in the environment`]
        : [];
    }),
  );
}
