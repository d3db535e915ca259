/** From a folder of exports to what a config says of it. */
import { basename, dirname, extname, join, relative } from 'node:path';
import { glob } from 'tinyglobby';
import type { SourceConfig } from '../domain/config.js';
import { groupBy } from '../lib/group-by.js';
import { type FoundTraining, findTraining } from '../vendors/find-training.js';
import { folderOf } from '../vendors/input/files.js';
import { type Recognised, recognise, sampleOf } from '../vendors/recognise.js';
import { findSource } from '../vendors/sources.js';
import type { Holding } from '../vendors/vendor.js';
import { endingPattern, pathPattern } from './path-pattern.js';

export interface FoundSource extends SourceConfig {
  /** How many there are today. */
  files: number;
  holds: readonly Holding[];
}

export interface Proposal {
  sources: FoundSource[];
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
  const recognised = recognise(samples);
  // Whoever else could read them: they are part of other records.
  const sidecars = new Set(recognised.flatMap(sidecarOf));
  const found = recognised.filter(({ path }) => !sidecars.has(path));
  const known = new Set(found.map(({ path }) => path));
  const rest = samples.map(({ path }) => path).filter((path) => !known.has(path));
  const sources = sourcesOf(
    found,
    samples.map(({ path }) => path),
  );
  const read = new Set(sources.flatMap(({ options }) => Object.values(options)).map(String));
  return {
    sources,
    training,
    verification: training?.slots.filter((slot) => identifying.test(slot)) ?? [],
    unknown: rest.filter(
      (path) =>
        !sidecars.has(path) && ![...read].some((one) => one.includes(basename(dirname(path)))),
    ),
  };
}

const sidecarOf = ({ format, path }: Recognised): string[] => {
  const sidecar = findSource(format)?.sidecar?.(path);
  return sidecar === undefined ? [] : [sidecar];
};

/** Files of one format that are read alike are one source: a session may run over several. */
function sourcesOf(found: readonly Recognised[], all: readonly string[]): FoundSource[] {
  const alike = groupBy(found, ({ format, options }) => `${format} ${JSON.stringify(options)}`);
  return [...alike.values()].map((group) => {
    const [first] = group as [Recognised, ...Recognised[]];
    const own = group.map((one) => one.path);
    const source = findSource(first.format);
    const path = (source?.sidecar ? endingPattern : pathPattern)(own, without(all, own));
    const options = Object.fromEntries(
      Object.entries(first.options).map(([key, value]) => [
        key,
        typeof value === 'string' ? besideFor(value, path, found, all) : value,
      ]),
    );
    return {
      format: first.format,
      path,
      options,
      files: own.length,
      holds: source?.holds ?? [],
    };
  });
}

const without = (all: readonly string[], some: readonly string[]): string[] =>
  all.filter((one) => !some.includes(one));

/** An option that names another file: all files of its kind, from the folder of the source. */
function besideFor(
  value: string,
  path: string,
  found: readonly Recognised[],
  all: readonly string[],
): string {
  if (!all.includes(value)) return value;
  const format = found.find((one) => one.path === value)?.format;
  const kin =
    format === undefined
      ? all.filter((one) => dirname(one) === dirname(value) && !found.some((f) => f.path === one))
      : found.filter((one) => one.format === format).map((one) => one.path);
  // A folder of their own: whatever comes into it is of their kind.
  const isAlone = all.filter((one) => dirname(one) === dirname(value)).length === kin.length;
  const pattern =
    format === undefined && isAlone
      ? join(dirname(value), `*${extname(value)}`)
      : pathPattern(kin, without(all, kin));
  return relative(folderOf(path), pattern);
}
