/** A person at a terminal: asked line by line, and given a text to edit in the editor of their choice. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Person } from './command.js';

export function personAt({
  stdin,
  stdout,
  env,
}: Pick<NodeJS.Process, 'stdin' | 'stdout' | 'env'>): Person {
  return {
    // A reader of its own for each question: an editor between two of them needs the terminal for itself.
    ask: (question) =>
      new Promise((resolve) => {
        const reader = createInterface({ input: stdin, output: stdout });
        reader.once('close', () => resolve(null));
        reader.question(question, (answer) => {
          resolve(answer);
          reader.close();
        });
      }),
    edit: async (text) => editIn(env.VISUAL || env.EDITOR || 'vi', text),
    say: (text) => void stdout.write(text),
  };
}

/** An editor may be a command with arguments: `code --wait`. */
export function editIn(editor: string, text: string): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'handback-edit-'));
  const file = join(folder, 'phrases.txt');
  try {
    writeFileSync(file, text, { mode: 0o600 });
    const [command = '', ...args] = editor.split(/\s+/);
    const { status, error } = spawnSync(command, [...args, file], { stdio: 'inherit' });
    return error || status !== 0 ? null : readFileSync(file, 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
