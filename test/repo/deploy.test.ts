/** The files for operators name only what there is. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const textOf = (path: string): string => readFileSync(resolve(root, path), 'utf8');

/** Of systemd.unit(5), systemd.service(5), systemd.exec(5), systemd.kill(5) and systemd.timer(5). */
const directives: Record<string, readonly string[]> = {
  Unit: ['Description', 'After', 'Wants'],
  Service: [
    'Type',
    'User',
    'Group',
    'WorkingDirectory',
    'EnvironmentFile',
    'ExecStart',
    'ExecStopPost',
    'Restart',
    'RestartSec',
    'RestartPreventExitStatus',
    'SuccessExitStatus',
    'TimeoutStopSec',
    'UMask',
    'NoNewPrivileges',
    'PrivateTmp',
    'ProtectSystem',
    'ProtectHome',
    'ReadWritePaths',
    'RestrictAddressFamilies',
  ],
  Timer: ['OnCalendar', 'Persistent', 'RandomizedDelaySec'],
  Install: ['WantedBy'],
};

function unitOf(path: string): Map<string, string> {
  const found = new Map<string, string>();
  let section = '';
  for (const line of textOf(path).split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const header = /^\[(\w+)\]$/.exec(line)?.[1];
    const [, key = '', value = ''] = /^(\w+)=(.*)$/.exec(line) ?? [];
    if (header) section = header;
    else
      expect([path, section, directives[section]?.includes(key), line]).toEqual([
        path,
        section,
        true,
        line,
      ]);
    if (!header) found.set(`${section}.${key}`, value);
  }
  return found;
}

const commands = [
  ...textOf('src/commands/declarations.ts').matchAll(/command\(\s*'([a-z-]+)'/g),
].map(([, name = '']) => name);

describe('the files for operators', () => {
  it('are units that systemd knows every word of', () => {
    const service = unitOf('docs/deploy/handback.service');
    const schedule = unitOf('docs/deploy/handback-schedule.service');
    const timer = unitOf('docs/deploy/handback.timer');
    expect(service.get('Service.Type')).toBe('oneshot');
    expect(timer.get('Timer.Persistent')).toBe('true');
    for (const unit of [service, schedule])
      expect(unit.get('Service.SuccessExitStatus')).toBe('143');
  });

  it('call only commands that there are', () => {
    const files = ['handback.service', 'handback-schedule.service', 'crontab', 'README.md'];
    const called = files.flatMap((file) => [
      ...textOf(`docs/deploy/${file}`).matchAll(/(?:cli\.js |\$HANDBACK |`handback )([a-z]+)/g),
    ]);
    expect(called.length).toBeGreaterThan(4);
    for (const [, name = ''] of called) expect(commands).toContain(name);
  });

  it('start node itself, what npm installs, and hand on the status of the night', () => {
    const bin = '/usr/bin/node /opt/handback/node_modules/handback/dist/cli.js';
    const night = unitOf('docs/deploy/handback.service');
    expect(night.get('Service.ExecStart')).toBe(`${bin} nightly --quiet`);
    // ExecStartPost= is not run after a suspect night.
    expect(night.get('Service.ExecStopPost')).toBe(`${bin} purge --quiet`);
    const line = textOf('docs/deploy/crontab')
      .split('\n')
      .find((one) => one.startsWith('0 3'));
    const command = line?.replace(/^(\S+ +){5}/, '').replace('/srv/handback', '/') ?? '';
    const statusWhere = (nightly: number) =>
      spawnSync('sh', [
        '-c',
        `as() { case "$*" in *nightly*) return ${nightly};; esac; }; HANDBACK=cli.js; ${command.replaceAll('/usr/bin/node', 'as')}`,
      ]).status;
    expect([statusWhere(0), statusWhere(3), statusWhere(1)]).toEqual([0, 3, 1]);
  });

  it('copy into the image only what is in the package, and start what its bin names', () => {
    const { files, bin } = JSON.parse(textOf('package.json')) as {
      files: string[];
      bin: { handback: string };
    };
    const image =
      textOf('docs/deploy/Dockerfile')
        .split(/^FROM /m)
        .at(-1) ?? '';
    const copied = [...image.matchAll(/^COPY (?:--from=build \/app\/)?(\S+) /gm)].map(
      ([, one = '']) => one,
    );
    for (const path of copied) expect([...files, 'package.json', 'node_modules']).toContain(path);
    expect(image).toContain(`/app/${bin.handback}`);
  });
});
