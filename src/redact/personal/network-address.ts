/** IP addresses of both versions, and MAC addresses. */
import { type PersonalRule, valuesOf } from '../personal-rule.js';

const octet = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)';
const shapes = [
  new RegExp(`(?<![\\p{L}\\p{N}.])(?:${octet}\\.){3}${octet}(?![\\p{L}\\p{N}]|\\.\\d)`, 'gu'),
  // Eight groups, or fewer with a gap of zeros.
  /(?<![\p{L}\p{N}:])(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}(?![\p{L}\p{N}:])/giu,
  /(?<![\p{L}\p{N}:])(?=[0-9a-f:]*\d)(?:[0-9a-f]{1,4}:){1,6}(?::[0-9a-f]{1,4}){1,6}(?![\p{L}\p{N}:])/giu,
  /(?<![\p{L}\p{N}:-])(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}(?![\p{L}\p{N}:-])/giu,
];

export const networkAddress: PersonalRule = {
  id: 'network-address',
  needs: ({ digits }) => digits > 0,
  hint: /\d\.\d{1,3}\.\d|[0-9a-f]:[0-9a-f:]|[0-9a-f]{2}-[0-9a-f]{2}-/i,
  find: ({ text }) => shapes.flatMap((shape) => valuesOf('ip', shape, text)),
};
