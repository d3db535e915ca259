/**
 * JSON in which each value is an object that names its type: MongoDB's Extended JSON (`mongoexport`, Compass, Atlas) and
 * DynamoDB's (scans and exports).
 */
import { isObject, type JsonObject, listOf, objectOf, textOf } from '../../../lib/json.js';

const numbers = ['$numberDouble', '$numberInt', '$numberLong', '$numberDecimal'];

/** The same with plain values; `text` is what it was parsed from. */
export function plainJson(value: JsonObject | null, text: string): JsonObject | null {
  if (!value) return value;
  const plain = text.includes('"$') ? plainValue(value) : value;
  return isObject(plain) ? plain : null;
}

/** The same of an item of DynamoDB, all of whose values are typed. */
export function plainItem(item: JsonObject): JsonObject {
  const isTyped = Object.values(item).every(isAttribute);
  return isTyped
    ? Object.fromEntries(Object.entries(item).map(([k, v]) => [k, attribute(v)]))
    : item;
}

const isAttribute = (value: unknown): boolean =>
  isObject(value) &&
  Object.keys(value).length === 1 &&
  /^(?:S|N|B|M|L|SS|NS|BS|BOOL|NULL)$/.test(Object.keys(value)[0] ?? '');

function attribute(value: unknown): unknown {
  const [[type, inner] = ['', null]] = Object.entries(objectOf(value));
  if (type === 'N') return Number(inner);
  if (type === 'NULL') return null;
  if (type === 'L') return listOf(inner).map(attribute);
  if (type !== 'M') return inner;
  return Object.fromEntries(Object.entries(objectOf(inner)).map(([k, v]) => [k, attribute(v)]));
}

function plainValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainValue);
  if (!isObject(value)) return value;
  const [key, ...others] = Object.keys(value);
  if (key?.startsWith('$') && others.length === 0) return wrapped(key, value[key]);
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, plainValue(part)]));
}

/** An object with one key that begins with a dollar sign names the type of its value. */
function wrapped(key: string, value: unknown): unknown {
  if (numbers.includes(key)) return Number(value);
  if (key === '$oid') return textOf(value);
  if (key === '$date') return plainValue(value);
  return { [key]: plainValue(value) };
}
