/** What a transcript does not say of its contact: in the sidecar, a JSON file of the same name, else in the name. */
import { basename, relative, sep } from 'node:path';
import {
  filled,
  isObject,
  type JsonObject,
  objectOf,
  parseObject,
  textOf,
} from '../../lib/json.js';
import { rootOf } from '../input/files.js';
import { openInput } from '../input/input.js';
import { isFault } from '../input/lines.js';
import { timeReader } from '../input/times.js';
import { jsonValues } from '../input/values.js';
import type { Setting } from '../vendor.js';
import type { WebvttOptions } from './options.js';

const ending = /(?:\.vtt)?(?:\.gz)?$/i;

/** `calls/17.vtt` has its sidecar in `calls/17.json`. */
export const sidecarOf = (path: string): string => path.replace(ending, '.json');

const faulty = 'sidecar: no JSON object in the file of the same name; write one in UTF-8';

/** The fields of an `agent_contact` record, as far as they are known; nothing of it is checked yet. */
export type Known = JsonObject & { contact_id: string };

/** @returns `fault` where there is a sidecar that cannot be read */
export async function knownOf(
  path: string,
  options: WebvttOptions,
  setting: Setting,
): Promise<{ known: Known; faults: string[]; fault?: string }> {
  const sidecar = await readSidecar(sidecarOf(path));
  const zone = options.timezone ?? setting.timeZone;
  const name = basename(path).replace(ending, '');
  const inName = fromName(name, options, zone);
  const { values, faults } = withTimes(sidecar ?? {}, zone);
  const known = {
    ...inName,
    ...values,
    customer: both(inName.customer, values.customer, Object.keys(objectOf(values.customer))),
    outcome: both(inName.outcome, values.outcome, ['reason']),
    contact_id:
      textOf(values.contact_id) ?? textOf(inName.contact_id) ?? (await placeOf(path, setting)),
  };
  return { known, faults, ...(sidecar === null && { fault: faulty }) };
}

/**
 * Recorders that number their files begin anew in each day's folder, so that a bare name is not one contact's alone. Where it is, or the
 * path names a single day, see "The id of a transcript without a sidecar is its path" in `decisions.md`.
 */
async function placeOf(path: string, setting: Setting): Promise<string> {
  const below = relative(await rootOf(setting.path), path);
  return below.split(sep).join('/').replace(ending, '');
}

/** @param texts names of values that are text, also where they are written as numbers: a telephone, a wrap-up code */
function both(inName: unknown, inSidecar: unknown, texts: readonly string[]): unknown {
  if (inSidecar !== undefined && !isObject(inSidecar)) return inSidecar;
  const all = filled({ ...objectOf(inName), ...inSidecar });
  return Object.fromEntries(
    Object.entries(all).map(([key, value]) => [
      key,
      texts.includes(key) ? (textOf(value) ?? value) : value,
    ]),
  );
}

/** Nothing where there is none, null where it cannot be read. */
async function readSidecar(path: string): Promise<JsonObject | null | undefined> {
  try {
    for await (const piece of jsonValues(openInput(path)))
      return isFault(piece) ? null : (piece.value ?? parseObject(piece.text));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
  }
  return null;
}

const times = ['started_at', 'answered_at', 'ended_at', 'recording_started_at'];
const noTime =
  'expected a time in ISO 8601 such as 2026-11-21T09:30:00+01:00; without an offset, set `timezone`';

/** Absent is what says nothing: `"queue": ""` and `"queue": null` stand for no queue. */
function withTimes(
  sidecar: JsonObject,
  zone: string | undefined,
): { values: JsonObject; faults: string[] } {
  const read = timeReader('iso', zone);
  const values: JsonObject = filled({ ...sidecar });
  const faults = times.filter((name) => {
    if (values[name] === undefined) return false;
    const at = read(textOf(values[name])?.trim() ?? '');
    values[name] = at;
    return at === null;
  });
  return { values, faults: faults.map((name) => `${name}: ${noTime}`) };
}

/** A name that does not fit the pattern says nothing; nor does a time in it that is none. */
function fromName(
  name: string,
  { name_pattern: pattern, timestamp_format: format }: WebvttOptions,
  zone: string | undefined,
): JsonObject {
  const found = pattern === undefined ? {} : (new RegExp(pattern, 'i').exec(name)?.groups ?? {});
  const { started_at: start, reason, customer_id: id, phone, email, account, ...own } = found;
  return filled({
    ...own,
    started_at: start === undefined ? undefined : timeReader(format, zone)(start),
    customer: filled({ id, phone, email, account }),
    outcome: filled({ reason }),
  });
}
