/** HTML by one door: whatever enters a template is escaped, unless it came out of one. */
import { visible } from '../../lib/visible.js';

export class Html {
  constructor(readonly text: string) {}
}

export type Content = Html | string | number | null | undefined | false | readonly Content[];

/** `html\`<p>${words}</p>\``: values are escaped for text and quoted attributes; null, undefined and false are nothing. */
export function html(parts: TemplateStringsArray, ...values: readonly Content[]): Html {
  let text = parts[0] ?? '';
  values.forEach((value, i) => {
    text += textOf(value) + (parts[i + 1] ?? '');
  });
  return new Html(text);
}

/** Markup that is our own, taken as it is. Never for words that came from outside. */
export function unsafe(markup: string): Html {
  return new Html(markup);
}

function textOf(value: Content): string {
  if (value instanceof Html) return value.text;
  if (value === null || value === undefined || value === false) return '';
  if (typeof value === 'object') return value.map(textOf).join('');
  return escapeHtml(visible(String(value)));
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
