/** A project large enough that every stage takes a while, small enough for a hundred nights. */
import { crashRecords } from './crash.js';
import { config, createProject, type Project } from './project.js';
import { agentContact, at, botSession } from './records.js';

/** @param count of sessions, and as many contacts */
export function createCrashProject(count = crashRecords): Project {
  const project = createProject();
  project.write('config/handback.yaml', config());
  project.write(
    'data/all.ndjson',
    Array.from({ length: count }, (_, n) => [
      botSession(n % 84, {
        session_id: `s-${n}`,
        handoff: { at: at((n % 84) * 10, 60), key: `k-${n}` },
      }),
      agentContact(n % 84, { contact_id: `c-${n}`, handoff_key: `k-${n}` }),
    ]).flat(),
  );
  return project;
}
