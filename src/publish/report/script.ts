/**
 * The page's only script: a filter above each list of repairs, a search over all pages (of which the browser's own search
 * sees the open one alone) and a button that copies a command. The page is whole without it; its policy names this script
 * by its digest and lets no other run.
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
{
  const most = 12;
  const places = [...document.querySelectorAll('main .opened[id], main .read[id], main dt[id]')].map((place) => {
    const name = place.localName === 'dt' ? place : place.closest('details').querySelector('summary');
    const page = place.closest('.tab').getAttribute('aria-label');
    const parts = [...(name.querySelector('.what') ?? name).childNodes];
    const title = parts.map((part) => part.textContent.trim()).filter(Boolean).join(' ');
    const rest = place.localName === 'dt' ? place.nextElementSibling : place;
    return { id: place.id, page, title, text: (name.textContent + ' ' + rest.textContent).toLowerCase() };
  });
  const label = document.createElement('label');
  const input = document.createElement('input');
  const list = document.createElement('ul');
  const found = document.createElement('div');
  const told = document.createElement('p');
  label.className = 'search';
  label.append('Find on all pages ', input);
  input.type = 'search';
  told.setAttribute('role', 'status');
  found.className = 'results';
  found.append(told, list);
  found.hidden = true;
  input.addEventListener('input', () => {
    const wanted = input.value.toLowerCase().split(/\\s+/).filter(Boolean);
    const all = places.filter(({ text }) => wanted.every((word) => text.includes(word)));
    found.hidden = wanted.length === 0;
    told.textContent = all.length + ' found' + (all.length > most ? ', the first ' + most + ':' : '');
    list.replaceChildren(...all.slice(0, most).map(({ id, page, title }) => {
      const [item, link] = [document.createElement('li'), document.createElement('a')];
      link.href = '#' + id;
      link.textContent = title.slice(0, 100);
      item.append(page + ': ', link);
      return item;
    }));
  });
  document.querySelector('nav').append(label, found);
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
