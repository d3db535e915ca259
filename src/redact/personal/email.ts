import { type PersonalRule, valuesOf } from '../personal-rule.js';
import { sign } from '../signals.js';

const written =
  /[\p{L}\p{N}._%+'-]*[\p{L}\p{N}_]@[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?\.\p{L}{2,}/gu;
const domain = '(?:com|net|org|co|uk|io|de|fr|es|it|nl|ie|eu|edu|gov|info|biz|me|ca|au|us|in)';
const local = '[\\p{L}\\p{N}._-]+(?: (?:dot|underscore|dash|hyphen) [\\p{L}\\p{N}]+){0,5}';
const dot = '(?: dot |\\s*[\\[(]dot[\\])]\\s*|\\.)';
const host = '[\\p{L}\\p{N}-]+';
const spellings = [
  written,
  // "jane dot doe at example dot com".
  new RegExp(`${local} at ${host}(?: dot ${host}){0,3} dot ${domain}\\b`, 'giu'),
  // "jane dot doe at example.com", "my e-mail is jane at example.com"; not "look at example.com".
  new RegExp(
    `(?:[\\p{L}\\p{N}]+(?: dot |[._])${local}|(?<=mail(?: address)?(?: is|:)? )${local}) at ${host}(?:\\.${host})*\\.${domain}\\b`,
    'giu',
  ),
  // "jane (at) example (dot) com".
  new RegExp(`${local}\\s*[\\[(]at[\\])]\\s*${host}(?:${dot}${host})*${dot}${domain}\\b`, 'giu'),
];

export const email: PersonalRule = {
  id: 'email',
  needs: ({ signs }) => (signs & sign.email) !== 0,
  hint: /@| dot |\bat [\w-]+\.[a-z]|[[(]at[\])]/i,
  find: ({ text }) => spellings.flatMap((spelling) => valuesOf('email', spelling, text)),
};
