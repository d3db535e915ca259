/** From a folder of exports to what a config says of it. */
import { basename, dirname, extname, join, relative } from 'node:path';
import { glob } from 'tinyglobby';
import type { SourceConfig } from '../domain/config.js';
import { groupBy } from '../lib/group-by.js';
import { commonFolder, type FoundTraining, findTraining } from '../vendors/find-training.js';
import { folderOf } from '../vendors/input/files.js';
import { type Recognised, recognise, sampleOf } from '../vendors/recognise.js';

export interface Proposal {
  sources: SourceConfig[];
  training: FoundTraining | null;
  /** Slots by which agents check who the customer is, as far as their names say. */
  verification: string[];
  /** Files that no format knows, and that nothing else reads. */
  unknown: string[];
}

const most = 5000;
/** Slots that nobody asks for but to check identity. */
const identifying =
  /birth|^dob$|password|passcode|passphrase|security_?(?:code|question|word)|memorable|^pin$|ssn|mother/i;

export async function propose(folder: string): Promise<Proposal> {
  const files = (
    await glob('**', {
      cwd: folder,
      absolute: true,
      onlyFiles: true,
      ignore: ['**/node_modules/**', '**/.*/**', '**/out/**'],
    })
  )
    .sort()
    .slice(0, most);
  const training = await findTraining(files);
  const isTraining = (path: string) =>
    training !== null &&
    (path === training.config.path || path.startsWith(`${training.config.path}/`));
  const samples = await Promise.all(
    files
      .filter((path) => !isTraining(path) && !/handback[^/]*\.(?:ya?ml|json)$/.test(path))
      .map(sampleOf),
  );
  const found = recognise(samples);
  const known = new Set(found.map(({ path }) => path));
  const rest = samples.map(({ path }) => path).filter((path) => !known.has(path));
  const sources = sourcesOf(found, rest);
  const read = new Set(sources.flatMap(({ options }) => Object.values(options)).map(String));
  return {
    sources,
    training,
    verification: training?.slots.filter((slot) => identifying.test(slot)) ?? [],
    unknown: rest.filter((path) => ![...read].some((one) => one.includes(basename(dirname(path))))),
  };
}

/** Files of one format that are read alike are one source: a session may run over several. */
function sourcesOf(found: readonly Recognised[], rest: readonly string[]): SourceConfig[] {
  const paths = new Map(found.map(({ path, format }) => [path, format]));
  const alike = groupBy(found, ({ format, options }) => `${format} ${JSON.stringify(options)}`);
  return [...alike.values()].map((group) => {
    const [first] = group as [Recognised, ...Recognised[]];
    const path = pathFor(group.map((one) => one.path));
    const options = Object.fromEntries(
      Object.entries(first.options).map(([key, value]) => [
        key,
        typeof value === 'string' ? besideFor(value, path, paths, found, rest) : value,
      ]),
    );
    return { format: first.format, path, options };
  });
}

/** One file, all of a folder that end alike, or their names. */
function pathFor(paths: readonly string[]): string {
  const [only, ...more] = paths as [string, ...string[]];
  if (more.length === 0) return only;
  const folder = commonFolder(paths);
  const names = paths.map((path) => relative(folder, path));
  return `${folder}/{${names.join(',')}}`;
}

/** An option that names another file: all files of its kind, from the folder of the source. */
function besideFor(
  value: string,
  path: string,
  formats: ReadonlyMap<string, string>,
  found: readonly Recognised[],
  rest: readonly string[],
): string {
  const format = formats.get(value);
  if (format === undefined && !rest.includes(value)) return value;
  const kin =
    format === undefined
      ? rest.filter((one) => dirname(one) === dirname(value))
      : found.filter((one) => one.format === format).map((one) => one.path);
  const all =
    kin.length > 1 && format === undefined
      ? join(dirname(value), `*${extname(value)}`)
      : pathFor(kin);
  return relative(folderOf(path), all);
}
