import { type JsonObject, parseObject, textOf } from '../../lib/json.js';
import type { InputFile } from '../input/input.js';
import { isFault } from '../input/lines.js';
import { jsonValues, notJson } from '../input/values.js';
import type { Source } from '../vendor.js';
import { lensFiles, lensIndex, lensTurns } from './lens.js';
import { type ConnectOptions, connectOptions } from './options.js';
import { contactRecord, isAgentContact, timeOf } from './record.js';
import { contactOf } from './shapes.js';

/** Contact records of Amazon Connect, with the words of their Contact Lens analyses. */
export const source: Source<ConnectOptions> = {
  title: 'Amazon Connect contact records',
  description:
    'Contact records as Firehose or S3 have them, DescribeContact answers or contact events; transcripts from Contact Lens.',
  holds: ['agent contacts'],
  options: connectOptions,
  recognise({ objects }, others) {
    const isOurs = objects.some((one) => {
      const contact = contactOf(one) ?? {};
      return (
        textOf(contact.ContactId) !== undefined &&
        ('InitiationMethod' in contact || 'Queue' in contact)
      );
    });
    const lens = others.find((one) =>
      one.objects.some(({ Transcript }) => Array.isArray(Transcript)),
    );
    return isOurs ? (lens ? { contact_lens: lens.path } : {}) : null;
  },
  async *read(file, options, { path }) {
    const newest = await newestDeliveries(file);
    const lenses = await lensIndex(
      options.contact_lens === undefined ? [] : await lensFiles(options.contact_lens, path),
    );
    let ordinal = 0;
    for await (const item of contacts(file)) {
      const { line } = item;
      if ('fault' in item) yield item;
      else {
        const { contact } = item;
        const id = textOf(contact.ContactId);
        ordinal++;
        if (id !== undefined && newest.get(id)?.ordinal !== ordinal) continue;
        if (id !== undefined && !isAgentContact(contact)) continue;
        const record = contactRecord(contact, options);
        const turns = id === undefined ? null : await lensTurns(lenses, id, contact);
        if (turns && 'fault' in turns) yield { line, fault: turns.fault };
        yield { line, record: Array.isArray(turns) ? { ...record, turns } : record };
      }
    }
  },
  async companions(options, { path }) {
    return options.contact_lens === undefined ? [] : lensFiles(options.contact_lens, path);
  },
};

type Item = { line: number; contact: JsonObject } | { line: number; fault: string };

async function* contacts(file: InputFile): AsyncGenerator<Item> {
  for await (const piece of jsonValues(file)) {
    if (isFault(piece)) yield piece;
    else {
      const value = piece.value ?? parseObject(piece.text);
      if (!value) yield { line: piece.line, fault: notJson };
      else {
        const contact = contactOf(value);
        if (contact) yield { line: piece.line, contact };
      }
    }
  }
}

/** A record is delivered again when it changes. Of each contact the place of its latest delivery; the last of equals. */
async function newestDeliveries(file: InputFile) {
  const newest = new Map<string, { ordinal: number; at: number }>();
  let ordinal = 0;
  for await (const item of contacts(file)) {
    if ('fault' in item) continue;
    ordinal++;
    const id = textOf(item.contact.ContactId);
    const at = Date.parse(timeOf(item.contact.LastUpdateTimestamp) ?? '') || 0;
    if (id !== undefined && at >= (newest.get(id)?.at ?? 0)) newest.set(id, { ordinal, at });
  }
  return newest;
}
