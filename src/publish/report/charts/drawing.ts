/** The frame that all charts share. Colours are variables of the page's style, so that both its schemes reach them. */
import { type Content, type Html, html } from '../html.js';

/** The distance from a text's middle to its baseline, in its own size: SVG places text by the baseline. */
const baseline = 0.35;
export const textSize = 13;

/** @param label what a reader who cannot see it is told. */
export function drawing(label: string, width: number, height: number, marks: Content): Html {
  return html`<svg class="chart" role="img" aria-label="${label}" viewBox="0 0 ${width} ${height}" style="max-width:${width}px">${marks}</svg>`;
}

export interface TextMark {
  x: number;
  /** Of the middle of the line. */
  y: number;
  anchor?: 'start' | 'middle' | 'end';
  muted?: boolean;
  size?: number;
}

export function text(content: string, mark: TextMark): Html {
  const { x, y, anchor = 'start', muted = false, size = textSize } = mark;
  return html`<text x="${at(x)}" y="${at(y + baseline * size)}" text-anchor="${anchor}" font-size="${size}" fill="var(--${muted ? 'muted' : 'ink'})">${content}</text>`;
}

export interface RectMark {
  x: number;
  y: number;
  width: number;
  height: number;
  /** A variable of the style sheet. */
  colour: string;
}

export function rect({ x, y, width, height, colour }: RectMark): Html {
  return html`<rect x="${at(x)}" y="${at(y)}" width="${at(width)}" height="${at(height)}" fill="var(--${colour})"/>`;
}

/** A tenth of a pixel is finer than any screen, and keeps the page small. */
export const at = (pixels: number): number => Math.round(10 * pixels) / 10;
