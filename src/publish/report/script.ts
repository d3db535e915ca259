/**
 * The page's only script: a filter above each list of repairs and a button that copies a command. The page is whole
 * without it; its policy names this script by its digest and lets no other run.
 */
import { createHash } from 'node:crypto';

/** It reads the page and writes nothing but what it made itself: no words from outside become markup. */
export const script = `
for (const list of document.querySelectorAll('ol.lines')) {
  const lines = [...list.children];
  if (lines.length < 6) continue;
  const label = document.createElement('label');
  const input = document.createElement('input');
  const count = document.createElement('output');
  input.type = 'search';
  label.className = 'filter';
  label.append('Only with these words ', input);
  label.append(' ', count);
  const texts = lines.map((line) => [line.firstElementChild.dataset.find, line.querySelector('summary').textContent].join(' ').toLowerCase());
  input.addEventListener('input', () => {
    const wanted = input.value.toLowerCase().split(/\\s+/).filter(Boolean);
    const kept = lines.filter((line, i) => !(line.hidden = !wanted.every((word) => texts[i].includes(word))));
    count.textContent = wanted.length === 0 ? '' : kept.length + ' of ' + lines.length;
  });
  list.before(label);
}
for (const code of document.querySelectorAll('.command code:first-child')) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Copy';
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(code.textContent);
    button.textContent = 'Copied';
  });
  code.after(' ', button);
}
`;

/** For the page's Content-Security-Policy. */
export const scriptDigest = `sha256-${createHash('sha256').update(script).digest('base64')}`;
