import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import { deliver } from '../../src/delivery/delivery.js';
import type { Message } from '../../src/delivery/message.js';
import { slackBody } from '../../src/delivery/slack.js';
import { teamsBody } from '../../src/delivery/teams.js';
import type { DeliveryConfig, MailConfig } from '../../src/domain/config.js';
import { digestOf } from '../../src/publish/digest.js';
import { hostile, report, ticket } from '../publish/fixture.js';

const message: Message = {
  ...digestOf(report()),
  link: 'https://reports.example/2026-02-22/report.html',
  report: '<!doctype html><p>night</p>',
};
const open: { close(done: () => void): unknown }[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await new Promise<void>((done) => server.close(done));
});

/** A webhook that answers with one status after the other, and keeps what it got. */
async function webhook(...statuses: number[]) {
  const got: { type: string | undefined; body: Record<string, unknown> }[] = [];
  const server: Server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk) => {
      text += chunk;
    });
    request.on('end', () => {
      got.push({ type: request.headers['content-type'], body: JSON.parse(text) });
      response.writeHead(statuses[got.length - 1] ?? 200).end('ok');
    });
  });
  open.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { got, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook/secret` };
}

/** A mail server that may refuse the first so many mails for now, and wants a password where one is given. */
async function mailServer({ busy = 0, password = '' } = {}) {
  const got: { from: string; to: string[]; text: string }[] = [];
  let tries = 0;
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', ...(password === '' ? ['AUTH'] : [])],
    authOptional: password === '',
    allowInsecureAuth: true,
    onAuth: (auth, _session, done) =>
      auth.password === password ? done(null, { user: 'u' }) : done(new Error('no')),
    onData: (stream, session, done) => {
      let text = '';
      stream.on('data', (chunk: Buffer) => {
        text += chunk.toString();
      });
      stream.on('end', () => {
        if (++tries <= busy) return done(Object.assign(new Error('busy'), { responseCode: 451 }));
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom === false ? '' : mailFrom.address;
        got.push({ from, to: rcptTo.map(({ address }) => address), text });
        done();
      });
    },
  });
  server.on('error', () => undefined);
  open.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const port = (server.server.address() as AddressInfo).port;
  const config: MailConfig = {
    host: '127.0.0.1',
    port,
    secure: false,
    from: 'handback@example.org',
    to: ['team@example.org', 'owner@example.org'],
    attachReport: true,
  };
  return { got, config };
}

const waits: number[] = [];
const send = (config: Partial<DeliveryConfig>, environment: NodeJS.ProcessEnv = {}) => {
  waits.length = 0;
  return deliver(
    message,
    { link: null, attempts: 3, webhooks: [], email: null, ...config },
    environment,
    async (ms) => {
      waits.push(ms);
    },
  );
};

describe('webhooks', () => {
  it('get the body of their kind', async () => {
    const [slack, teams] = [await webhook(), await webhook()];
    const done = await send({
      webhooks: [
        { kind: 'slack', url: slack.url },
        { kind: 'teams', url: teams.url },
      ],
    });
    expect(done).toEqual([
      { to: 'slack', failed: null },
      { to: 'teams', failed: null },
    ]);
    expect(slack.got[0]?.type).toBe('application/json');
    expect(slack.got[0]?.body).toEqual(JSON.parse(JSON.stringify(slackBody(message))));
    expect(teams.got[0]?.body).toEqual(JSON.parse(JSON.stringify(teamsBody(message))));
  });

  it('are tried again while they fail, waiting longer each time', async () => {
    const busy = await webhook(500, 429, 200);
    const [done] = await send({ webhooks: [{ kind: 'slack', url: busy.url }] });
    expect(done?.failed).toBeNull();
    expect(busy.got).toHaveLength(3);
    expect(waits).toEqual([1000, 4000]);
  });

  it('are not tried again where it cannot help, and never more often than asked', async () => {
    const [gone, down] = [await webhook(404), await webhook(503, 503, 503, 503)];
    const done = await send({
      webhooks: [
        { kind: 'slack', url: gone.url },
        { kind: 'teams', url: down.url },
      ],
    });
    expect(done.map(({ failed }) => failed)).toEqual(['it answered 404', 'it answered 503']);
    expect([gone.got.length, down.got.length]).toEqual([1, 3]);
  });

  it('take their address from the environment, and say so without it; no failure names it', async () => {
    const one = await webhook();
    const hooks = { webhooks: [{ kind: 'slack', url: '$HOOK' }] } as const;
    expect(await send(hooks, { HOOK: one.url })).toEqual([{ to: 'slack', failed: null }]);
    expect(await send(hooks)).toEqual([{ to: 'slack', failed: 'the environment has no HOOK' }]);
    const closed = await webhook();
    await new Promise<void>((done) => open.pop()?.close(done));
    const [dead] = await send({ attempts: 1, webhooks: [{ kind: 'slack', url: closed.url }] });
    expect(dead?.failed).toBe('it could not be reached (ECONNREFUSED)');
  });
});

describe('e-mail', () => {
  it('brings the digest, with the report attached or without', async () => {
    const { got, config } = await mailServer();
    expect(await send({ email: config })).toEqual([{ to: 'email', failed: null }]);
    expect(await send({ email: { ...config, attachReport: false } })).toEqual([
      { to: 'email', failed: null },
    ]);
    expect(got[0]).toMatchObject({ from: 'handback@example.org', to: config.to });
    expect(got[0]?.text).toContain('filename=report.html');
    expect(got[1]?.text).not.toContain('filename=report.html');
    expect(got[1]?.text).toContain('Subject: Handback: lender-bot');
  });

  it('is tried again when the server is busy, not when it refuses the password', async () => {
    const busy = await mailServer({ busy: 1 });
    expect((await send({ email: busy.config }))[0]?.failed).toBeNull();
    expect(busy.got).toHaveLength(1);
    const closed = await mailServer({ password: 'right' });
    const user = { ...closed.config, user: 'u' };
    expect((await send({ email: { ...user, password: '$P' } }, { P: 'wrong' }))[0]?.failed).toBe(
      'the mail server said 535',
    );
    expect(waits).toEqual([]);
    expect(
      (await send({ email: { ...user, password: '$P' } }, { P: 'right' }))[0]?.failed,
    ).toBeNull();
  });
});

it('does nothing until it is configured', async () => {
  expect(await send({})).toEqual([]);
});

describe('strangers’ words', () => {
  const told: Message = {
    ...message,
    ...digestOf(
      report({
        tickets: [ticket({ title: `Teach [x](javascript:alert(1)) <!channel> ${hostile}` })],
      }),
    ),
  };

  it('are plain text to Slack, where no word calls a channel', () => {
    const { text, blocks } = slackBody({ ...told, title: '<!channel> & co' });
    expect(text).toBe('&lt;!channel&gt; &amp; co');
    const kinds = JSON.stringify(blocks).match(/"type":"(mrkdwn|plain_text)"/g);
    expect(new Set(kinds)).toEqual(new Set(['"type":"plain_text"']));
  });

  it('are no Markdown to Teams', () => {
    const [card] = teamsBody(told).attachments;
    const texts = card?.content.body.map(({ text }) => text).join('\n') ?? '';
    expect(texts).toContain('\\[x\\](javascript:alert(1)) \\<!channel\\>');
  });

  it('start no line and no header of their own in a mail', () => {
    const lines = digestOf(
      report({ tickets: [ticket({ title: 'a\r\nBcc: all@example.org\n\nb' })] }),
    );
    expect(lines.repairs.every((line) => !/[\r\n]/.test(line))).toBe(true);
  });
});
