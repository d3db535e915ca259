/** Evidence of journeys in the store: it holds for the records that it was worked out of, and for no others. */
import type { Link } from '../../domain/link.js';
import type { EvidenceKind, KeptEvidence } from '../../store/kept-evidence.js';
import type { Store } from '../../store/store.js';

export interface EvidenceInput {
  store: Store;
  /** By `Session.id`: what each journey's evidence is worked out of. */
  sources: ReadonlyMap<string, string>;
  night: string;
  /** Nothing that was kept is believed. */
  rereadAll: boolean;
}

/** What was kept of the very same records. */
export async function evidenceOf(
  kind: EvidenceKind,
  links: readonly Link[],
  { store, sources, rereadAll }: EvidenceInput,
): Promise<Map<string, KeptEvidence>> {
  if (rereadAll) return new Map();
  const kept = await store.evidence(
    kind,
    links.map(({ session }) => session),
  );
  for (const [session, { source }] of kept)
    if (source !== sources.get(session)) kept.delete(session);
  return kept;
}

/** Each made when it is written. */
export async function keepEvidence<T>(
  kind: EvidenceKind,
  { store, sources, night }: EvidenceInput,
  found: ReadonlyMap<string, T>,
  bodyOf: (one: T) => string,
): Promise<void> {
  const bodies = function* (): Generator<KeptEvidence> {
    for (const [session, one] of found)
      yield { session, kind, night, source: sources.get(session) ?? '', body: bodyOf(one) };
  };
  await store.keepEvidence(bodies());
}
