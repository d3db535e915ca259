/** A vendor's moment as ISO 8601: vendors write seconds, milliseconds, RFC 3339, BigQuery's own form and protobuf's. */
import { isMailDate, iso, millisIn, usualIso, withMillis } from '../../lib/iso.js';
import { isObject, numberOf, textOf } from '../../lib/json.js';

const written =
  /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?(?:[.,]\d+)?) ?(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?$/i;

/**
 * undefined where it names no moment. A time without an offset names one only where the vendor says that it writes UTC.
 * Numbers are told apart by their size: seconds lie below 1e11 until the year 5138, milliseconds above it since 1973.
 */
export function momentOf(value: unknown, withoutOffset?: 'utc'): string | undefined {
  const usual = typeof value === 'string' ? usualIso(value) : undefined;
  if (usual !== undefined) return usual;
  if (isObject(value)) {
    const seconds = numberOf(value.seconds);
    return seconds === undefined
      ? undefined
      : iso(seconds * 1000 + (numberOf(value.nanos) ?? 0) / 1e6);
  }
  const text = typeof value === 'string' ? value.trim() : value;
  if (isMailDate(text)) return iso(Date.parse(text));
  const number = numberOf(text);
  if (number !== undefined) return number > 0 ? iso(millisOf(number)) : undefined;
  const [, day, clock, zone = withoutOffset === 'utc' ? 'Z' : undefined] =
    written.exec(textOf(text) ?? '') ?? [];
  return day === undefined || clock === undefined || zone === undefined
    ? undefined
    : iso(Date.parse(`${day}T${clock.replace(',', '.')}${offsetOf(zone)}`));
}

function millisOf(number: number): number {
  if (number >= 1e14) return number / 1000;
  return number >= 1e11 ? number : number * 1000;
}

function offsetOf(zone: string): string {
  const [, hours, minutes = '00'] = /^([+-]\d\d):?(\d\d)?$/.exec(zone) ?? [];
  return hours === undefined ? 'Z' : `${hours}:${minutes}`;
}

/** `seconds` after a moment. */
export function later(at: string, seconds: number): string {
  const millis = Math.round(seconds * 1000) + millisIn(at);
  if (seconds >= 0 && millis < 1000) return withMillis(at, millis);
  return iso(Date.parse(at) + seconds * 1000) ?? at;
}
