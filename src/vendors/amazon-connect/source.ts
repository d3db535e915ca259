import { type JsonObject, textOf } from '../../lib/json.js';
import { rowObject } from '../input/columns.js';
import type { InputFile } from '../input/input.js';
import { createLatest, type Latest } from '../log/latest.js';
import { objectsIn } from '../log/objects.js';
import type { Source } from '../vendor.js';
import { lensFiles, lensIndex, lensTurns } from './lens.js';
import { type ConnectOptions, connectOptions } from './options.js';
import { contactRecord, isAgentContact, timeOf } from './record.js';
import { contactOf, isFault, wrapping } from './shapes.js';
import { wordsIn } from './turns.js';

/** Contact records of Amazon Connect, with the words of their Contact Lens analyses or chat transcripts. */
export const source: Source<ConnectOptions> = {
  title: 'Amazon Connect contact records',
  description:
    'Contact records as Kinesis, Firehose or S3 have them or Athena queries them, answers of DescribeContact and SearchContacts, or contact events; transcripts from Contact Lens or of chats.',
  holds: ['agent contacts'],
  options: connectOptions,
  recognise({ objects, rows: [header = [], ...rows] }, others) {
    const table = rows.map((cells) => rowObject(header, cells));
    const isOurs = [...objects, ...table].some((one) => {
      const contact = contactOf(one) ?? {};
      return (
        !isFault(contact) &&
        textOf(contact.ContactId) !== undefined &&
        ('InitiationMethod' in contact || 'Queue' in contact)
      );
    });
    const lens = others.find((one) => one.objects.some((value) => wordsIn(value) !== null));
    return isOurs ? (lens ? { contact_lens: lens.path } : {}) : null;
  },
  async *read(file, options, { path }) {
    const newest = await newestDeliveries(file);
    const lenses = await lensIndex(
      options.contact_lens === undefined ? [] : await lensFiles(options.contact_lens, path),
    );
    const [nameless] = lenses.nameless;
    if (nameless !== undefined)
      yield { line: 1, fault: `contact_lens: nothing says which contact ${nameless} is of` };
    let ordinal = 0;
    for await (const item of contacts(file)) {
      const { line } = item;
      if ('fault' in item) yield item;
      else {
        const { contact } = item;
        const id = textOf(contact.ContactId);
        ordinal++;
        if (id !== undefined && !newest.isLatest(id, ordinal)) continue;
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
  for await (const found of objectsIn(file, wrapping)) {
    const { line } = found;
    if ('fault' in found) yield found;
    else {
      const contact = contactOf(found.value);
      if (contact) yield isFault(contact) ? { line, ...contact } : { line, contact };
    }
  }
}

/** A record is delivered again when it changes. */
async function newestDeliveries(file: InputFile): Promise<Latest> {
  const newest = createLatest();
  let ordinal = 0;
  for await (const item of contacts(file)) {
    if ('fault' in item) continue;
    ordinal++;
    const id = textOf(item.contact.ContactId);
    if (id !== undefined) newest.note(id, timeOf(item.contact.LastUpdateTimestamp), ordinal);
  }
  return newest;
}
