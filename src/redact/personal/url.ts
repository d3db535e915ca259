import { type PersonalRule, valuesOf } from '../personal-rule.js';
import { sign } from '../signals.js';

const withUser = /\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@]+:[^\s/@]+@[^\s<>"']+/gi;
const withSecret =
  /\bhttps?:\/\/[^\s<>"']*[?&#](?:access_?token|token|api_?key|key|code|pass(?:word)?|pwd|secret|sig(?:nature)?|auth|session(?:_?id)?|sid|jwt)=[^\s<>"']+/gi;

/** An address of the web that opens a door: with a user's password, or a secret among its parameters. */
export const url: PersonalRule = {
  id: 'url',
  needs: ({ signs }) => (signs & sign.link) !== 0,
  hint: /:\/\//,
  find: ({ text }) => [...valuesOf('url', withUser, text), ...valuesOf('url', withSecret, text)],
};
