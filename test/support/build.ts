import { execFileSync } from 'node:child_process';

/** Tests of the command line run `dist/`; it must be this source's. */
export default function build(): void {
  if (process.env.VITEST_NO_BUILD) return;
  execFileSync('npx', ['tsc', '-p', 'tsconfig.build.json'], { stdio: 'inherit' });
}
