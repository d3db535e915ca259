/** MongoDB's Extended JSON, in which a number is an object: what `mongoexport`, Compass and Atlas write. */
import { isObject, type JsonObject, textOf } from '../../../lib/json.js';

const numbers = ['$numberDouble', '$numberInt', '$numberLong', '$numberDecimal'];

/** The same with plain values; `text` is what it was parsed from. */
export function plainJson(value: JsonObject | null, text: string): JsonObject | null {
  if (!value || !text.includes('"$')) return value;
  const plain = plainValue(value);
  return isObject(plain) ? plain : null;
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
