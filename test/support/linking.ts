/** Simulated records as the link room sees them, through the same protection as the nightly job. */
import { readLexicon } from '../../src/config/lexicon.js';
import { createProtector } from '../../src/ingest/protect.js';
import { english } from '../../src/language/en/english.js';
import {
  type ContactSide,
  contactSide,
  type HandoffSide,
  handoffSide,
} from '../../src/link/link.js';
import { linkVocabulary } from '../../src/pipeline/link-words.js';
import { createDigest } from '../../src/redact/digest.js';
import { createRedactor } from '../../src/redact/redact.js';
import type { SimulationOptions } from '../../src/simulate/options.js';
import { simulate } from '../../src/simulate/simulate.js';
import { config as usualLink } from '../link/sides.js';

export { usualLink };

export interface LinkWorld {
  handoffs: HandoffSide[];
  contacts: ContactSide[];
  /** `Session.id` to the `Contact.id` that took it, or null. */
  truth: ReadonlyMap<string, string | null>;
}

export function linkWorld(options: SimulationOptions): LinkWorld {
  const all = simulate(options);
  const digest = createDigest(Buffer.from('a key'));
  const lexicon = readLexicon('en', process.cwd());
  const protector = createProtector(
    createRedactor({ language: english, digest, region: 'GB', lexicon }),
  );
  const vocabulary = linkVocabulary(lexicon);
  const sessions = all.sessions.filter(({ handoff }) => handoff).map(protector.session);
  const handoffs = sessions.flatMap((session) => handoffSide(session, vocabulary) ?? []);
  const contacts = all.contacts
    .map(protector.contact)
    .map((contact) => contactSide(contact, usualLink, vocabulary));
  const truth = new Map<string, string | null>();
  const took = new Map(all.truth.map((line) => [line.session_id, line.contact_id]));
  const platform = contacts[0]?.platform ?? '';
  for (const { id, sessionId } of sessions) {
    const contact = took.get(sessionId) ?? null;
    truth.set(id, contact === null ? null : `${platform}/${contact}`);
  }
  return { handoffs, contacts, truth };
}
