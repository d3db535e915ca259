/** Options that every command takes may stand before the command as well: `handback --json status`. */

const flags = new Set(['--json', '--quiet', '--verbose']);
const valued = new Set(['--config', '--db', '--out']);

/** The same arguments with the common options behind the command. What is no common option stays where it is. */
export function commandFirst(args: readonly string[]): string[] {
  let i = 0;
  while (i < args.length) {
    const arg = args[i] ?? '';
    if (flags.has(arg) || valued.has(arg.split('=')[0] ?? '')) i += valued.has(arg) ? 2 : 1;
    else break;
  }
  const command = args[i];
  if (command === undefined || command.startsWith('-')) return [...args];
  return [command, ...args.slice(0, i), ...args.slice(i + 1)];
}
