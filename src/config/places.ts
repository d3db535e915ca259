/** Paths as people write them: `~/` is the home folder, `$NAME` and `${NAME}` are what the environment has, `$$` is a dollar sign. */
import { homedir } from 'node:os';
import type { WrittenConfig } from './schema.js';

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
export function unsetNames(written: WrittenConfig, environment: Environment): string[] {
  const { sources, training_data, schedule, rubric, database, out, key_file } = written;
  const paths: [string, string | null | undefined][] = [
    ...sources.map(({ path }, i): [string, string] => [`sources[${i}].path`, path]),
    ['training_data.path', training_data?.path],
    ['schedule.health_file', schedule.health_file],
    ['schedule.metrics_file', schedule.metrics_file],
    ['rubric', rubric],
    ['database', database],
    ['out', out],
    ['key_file', key_file],
  ];
  return paths.flatMap(([key, path]) =>
    [...(path ?? '').matchAll(named)].flatMap(([whole, braced, bare]) => {
      const name = braced ?? bare ?? '';
      return whole === '$$' || environment[name] !== undefined
        ? []
        : [`${key}: $${name} is not set in the environment; write $$ for a dollar sign`];
    }),
  );
}
