/** Small pieces that the sections share. */
import { clip, visible } from '../../lib/visible.js';
import { type Content, type Html, html } from './html.js';
import type { Term } from './terms.js';

export function section(id: string, title: string, body: Content, lead: Content = null): Html {
  return html`<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title}</h2>
${lead ? html`<p class="lead">${lead}</p>` : null}
${body}
</section>
`;
}

/** A section that most readers do not open. */
export function fold(title: string, body: Content): Html {
  return html`<details class="fold"><summary>${title}</summary>
${body}</details>
`;
}

export interface Column {
  name: Content;
  /** Numbers stand flush right. */
  number?: boolean;
}

/** A table whose first column heads its rows. */
export function table(
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly Content[])[],
): Html {
  const kind = (i: number) => (columns[i]?.number ? 'number' : 'text');
  return html`<div class="scroll" tabindex="0"><table>
<caption>${caption}</caption>
<thead><tr>${columns.map(({ name }, i) => html`<th scope="col" class="${kind(i)}">${name}</th>`)}</tr></thead>
<tbody>${rows.map(
    (row) => html`<tr>${row.map((cell, i) =>
      i === 0
        ? html`<th scope="row" class="${kind(i)}">${cell}</th>`
        : html`<td class="${kind(i)}">${cell}</td>`,
    )}</tr>
`,
  )}</tbody>
</table></div>
`;
}

/** Figures with their names, the figure first. */
export function tiles(items: readonly { name: Content; value: Content; note?: Content }[]): Html {
  return html`<dl class="tiles">${items.map(
    ({ name, value, note }) => html`<div><dt>${name}</dt><dd><b>${value}</b>${
      note ? html` <span>${note}</span>` : null
    }</dd></div>
`,
  )}</dl>
`;
}

/** A customer's or agent's words: their direction is their own, their length is not. */
export function words(text: string, length: number): Html {
  return html`<bdi>${clip(text, length)}</bdi>`;
}

/** A figure's name, which leads to what it means in "How to read this". */
export function term(id: Term, name: string): Html {
  return html`<a class="term" href="#term-${id}">${name}</a>`;
}

/** Id of a sampled journey on the page. */
export function anchorOf(sessionId: string): string {
  return `journey-${encodeURIComponent(visible(sessionId))}`;
}

export function tag(text: Content, kind = 'plain'): Html {
  return html`<span class="tag ${kind}">${text}</span>`;
}
