/** What stores, brokers and log collectors put around Rasa's trackers, events and rows. */
import { isObject, type JsonObject, listOf } from '../../../lib/json.js';
import { type One, unwrapped, type Wrapping } from '../../log/objects.js';

const wrapping: Wrapping = {
  // A scan of DynamoDB, a search of Elasticsearch, a table of phpMyAdmin, batches of clouds.
  lists: [
    'Items',
    'hits',
    'data',
    'rows',
    'messages',
    'Records',
    'records',
    'logEvents',
    'entries',
  ],
  // A message of a queue or broker, a document of a search, a line of a container's log.
  texts: [
    'Item',
    'hits',
    '_source',
    'payload',
    'jsonPayload',
    'message',
    'Message',
    'body',
    'Body',
    'kinesis',
    'data',
    'log',
    'value',
  ],
};

/**
 * What is directly inside, and what of it is no object. Empty where nothing is inside on purpose: an empty page, a cloud's test
 * of its line. Null where nothing that is known is around it.
 */
export function insideOf(value: JsonObject): One[] | null {
  const found = [...unwrapped(value, wrapping, 1)];
  if (!found.some((one) => 'value' in one && one.value === value)) return found;
  const trackers = bySender(value);
  return trackers.length === 0 ? null : trackers.map((tracker) => ({ value: tracker }));
}

/** Scripts keep trackers, or their events alone, under the name of their sender; a database's client rows under its query. */
function bySender(value: JsonObject): JsonObject[] {
  return Object.entries(value).flatMap(([name, part]): JsonObject[] => {
    if (isObject(part) && Array.isArray(part.events)) return [{ sender_id: name, ...part }];
    const list = listOf(part).filter(isObject);
    if (list.length > 0 && list.every((one) => 'event' in one && !('sender_id' in one)))
      return [{ sender_id: name, events: list }];
    return list.filter((one) => 'sender_id' in one);
  });
}
