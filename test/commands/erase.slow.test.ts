import { cpSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { config, createProject, type Project } from '../support/project.js';
import { agentContact, botSession } from '../support/records.js';

let project: Project;
/** A night of thirty customers, which each test takes a copy of. */
const thirty = createProject();
beforeAll(async () => {
  thirty.write('config/handback.yaml', config());
  thirty.write('data/all.ndjson', Array.from({ length: 30 }, (_, n) => customer(n)).flat());
  expect((await thirty.run('nightly')).code).toBe(0);
});
afterAll(() => thirty.remove());
beforeEach(() => {
  project = createProject();
  project.write('config/handback.yaml', config());
});
afterEach(() => project.remove());

const phone = (n: number) => `07700 9${String(n).padStart(5, '0')}`;
/** Letters alone, so that a word is a trace of one customer: `oak`, `oakoak` would not do. */
const word = (n: number) =>
  `${String(n + 10).replace(/\d/g, (digit) => 'bcdfghjklm'[Number(digit)] ?? '')}arret`;

function customer(n: number): object[] {
  const said = `my parcel number is AB${1000 + n}CD and my ${word(n)} is broken, call me on ${phone(n)}`;
  const session = botSession(n, {
    session_id: `session-${n}`,
    customer: { phone: phone(n), id: `customer-${n}` },
  });
  const [first, ...rest] = session.turns;
  const turns = [{ ...(first ?? session.turns[0]), text: said }, ...rest] as typeof session.turns;
  return [
    { ...session, turns },
    agentContact(n, {
      contact_id: `contact-${n}`,
      customer: { id: `customer-${n}`, email: `someone${n}@example.org` },
      turns: [
        { at: session.turns[0]?.at ?? '', actor: 'agent', text: 'Hi, what is your parcel number?' },
        { at: session.turns[0]?.at ?? '', actor: 'customer', text: said },
      ],
    }),
    { type: 'survey', contact_id: `contact-${n}`, csat: 1, comment: `the ${word(n)} again` },
  ];
}

/** The bytes of everything that Handback has written. */
function everything(): string {
  return ['.handback', 'out']
    .flatMap((root) => {
      const folder = join(project.folder, root);
      return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) =>
        join(folder, name),
      );
    })
    .filter((file) => statSync(file).isFile())
    .map((file) => readFileSync(file, 'latin1'))
    .join('\n');
}

const json = async (...args: string[]) => JSON.parse((await project.run(...args, '--json')).stdout);

async function nightOf(count: number): Promise<void> {
  project.write('data/all.ndjson', Array.from({ length: count }, (_, n) => customer(n)).flat());
  const { code } = await project.run('nightly');
  expect(code).toBe(0);
}

const hashesOf = (text: string) => [...new Set(text.match(/[0-9a-f]{16}/g))];

describe('handback erase', () => {
  it.each([
    ['the phone number', phone(3)],
    ['the number as others write it', '+44 7700 900003'],
    ['the e-mail address, which the agent side alone knows', 'someone3@example.org'],
    ['the customer id', 'customer-3'],
    ['the session', 'session-3'],
    ['the contact', 'contact-3'],
  ])('by %s leaves no byte of the customer, and all of the others', async (_, identifier) => {
    cpSync(thirty.folder, project.folder, { recursive: true });
    const record = JSON.stringify((await json('show', 'session-3')) as object);
    expect(record).toContain(word(3));
    const before = everything();
    const own = ['session-3', 'contact-3', word(3)];
    for (const trace of own) expect(before).toContain(trace);

    const asked = await project.run('erase', identifier);
    expect(asked.stdout).toMatch(/Would erase 1 sessions, 1 contacts, 1 surveys/);
    expect(everything()).toBe(before);

    const { code, stdout } = await project.run('erase', identifier, '--yes');
    expect(code).toBe(0);
    expect(stdout).toMatch(/Erased: 1 sessions, 1 contacts, 1 surveys/);
    const after = everything();
    for (const trace of own) expect(after).not.toMatch(new RegExp(`${trace}(?![\\w-])`));
    expect(after).toContain('session-4');
    expect(after).toContain(word(4));
    const { counts } = await json('status');
    expect(counts).toMatchObject({ sessions: 29, contacts: 29, surveys: 29 });
    expect((await project.run('erase', identifier)).stdout).toContain('No record of that customer');
  });

  it("leaves none of the customer's keyed hashes, neither whole nor in tokens", async () => {
    await nightOf(12);
    const others = createProject();
    others.write('config/handback.yaml', config());
    others.write(
      'data/all.ndjson',
      Array.from({ length: 12 }, (_, n) => customer(n))
        .flat()
        .filter((_, i) => Math.floor(i / 3) !== 3),
    );
    await others.run('nightly');
    const theirs = new Set(
      hashesOf([...others.files('.handback').values(), ...others.files('out').values()].join('\n')),
    );
    const body = [...project.files('.handback').values()].join('\n');
    const at = body.indexOf('"sessionId":"session-3"');
    const [hash = ''] = hashesOf(body.slice(at, at + 400)).filter((one) => !theirs.has(one));
    expect(hash).toHaveLength(16);
    expect(everything()).toContain(hash);
    await project.run('erase', 'customer-3', '--yes');
    expect(everything()).not.toContain(hash);
    expect(everything()).not.toContain(`:${hash.slice(0, 6)}`);
    others.remove();
  });

  it('leaves a night that can be run again', async () => {
    cpSync(thirty.folder, project.folder, { recursive: true });
    await project.run('erase', 'customer-3', '--yes');
    project.write(
      'data/all.ndjson',
      Array.from({ length: 30 }, (_, n) => customer(n))
        .flat()
        .filter((_, i) => Math.floor(i / 3) !== 3),
    );
    expect((await project.run('nightly')).code).toBe(0);
    expect(project.files('out/2026-03-02').get('journeys.ndjson')?.trim().split('\n')).toHaveLength(
      29,
    );
  });
});

describe('handback purge', () => {
  it('empties what is older than retention_days, and keeps findings and figures', async () => {
    project.write('config/handback.yaml', config('retention_days: 28\nwindow_days: 7'));
    await nightOf(30);
    const [metrics, before] = [
      project.files('out/2026-03-02').get('metrics.json'),
      await json('journeys'),
    ];
    const { code, stdout } = await project.run('purge');
    expect(code).toBe(0);
    expect(stdout).toMatch(/sessions 30, contacts 30, surveys 30, journeys 30/);
    const after = everything();
    for (const said of [word(3), 'parcel number', 'call me']) expect(after).not.toContain(said);
    const left = project.files('out');
    expect([...left.keys()]).toEqual(['2026-03-02/metrics.json']);
    expect(left.get('2026-03-02/metrics.json')).toBe(metrics);
    const { counts } = await json('status');
    expect(counts).toMatchObject({ sessions: 30, handoffs: 30, contacts: 30 });
    const kept = await json('journeys');
    const findings = (data: typeof kept) =>
      data.journeys.map((one: { findings: object[] }) => one.findings);
    expect(findings(kept)).toEqual(findings(before));
    expect((await project.run('purge')).stdout).toContain('Nothing older was left');
  });

  it('leaves what is younger as it is', async () => {
    project.write('config/handback.yaml', config('retention_days: 36500'));
    await nightOf(5);
    const before = project.files('out');
    expect((await project.run('purge')).stdout).toContain('Nothing older was left');
    expect(project.files('out')).toEqual(before);
    expect(everything()).toContain(word(3));
  });

  it('is not asked to keep less than a night looks at', async () => {
    project.write('config/handback.yaml', config('retention_days: 10'));
    const { code, stderr } = await project.run('purge');
    expect(code).toBe(2);
    expect(stderr).toMatch(/retention_days: 10 is less than window_days/);
  });
});

describe('handback quarantine', () => {
  it('lists what was set aside by reason and place, and takes it in after a fix', async () => {
    const good = Array.from({ length: 20 }, (_, n) => [botSession(n), agentContact(n)]).flat();
    const wrong = good.map((record) => ({ ...record, platform: 7 }));
    project.write('data/all.ndjson', wrong);
    project.write('data/few.ndjson', [botSession(30), agentContact(30)]);
    expect((await project.run('nightly')).code).toBe(3);
    const { stdout } = await project.run('quarantine');
    expect(stdout).toMatch(/In quarantine: 40 records/);
    expect(stdout).toMatch(/40 × handback: .*platform/);
    expect(stdout).toMatch(/all\.ndjson:1$/m);
    expect((await project.run('quarantine', 'replay')).code).toBe(3);
    project.write('data/all.ndjson', good);
    const replayed = await project.run('quarantine', 'replay');
    expect(replayed.code).toBe(0);
    expect(replayed.stdout).toMatch(/40 records are new or changed; in quarantine were 40, are 0/);
    expect((await project.run('quarantine')).stdout).toContain('Nothing is in quarantine');
    expect((await project.run('nightly')).code).toBe(0);
  });

  it('refuses what it does not know', async () => {
    expect((await project.run('quarantine', 'forgive')).code).toBe(2);
  });
});
