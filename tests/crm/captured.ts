import { KINDS, type Held } from './captured-kinds';
import type { Truth } from './score';

/**
 * The captured pages stand beside this project and not in it. What a person can see on each is told here, out of what the
 * CRM's own database held (`truth.json`).
 */

/** A captured page as it is read from its file. */
export interface CapturedFile {
  /** Folder and name, for example `odoo17/deal-form-18`. */
  name: string;
  html: string;
}

/** The day on which the pages were captured. */
export const CAPTURED_ON = '2026-11-23';

/** Of the stylesheets that the pages name only this is needed to hide what was hidden. */
const CAPTURED_STYLE = '<style>.d-none, .hidden, .invisible { display: none !important }</style>';

/**
 * The page as it can be loaded. In the pages of the look-alike with synthetic and mixed shadow the content stands in the light
 * tree, and once more, without its values, in a shadow root that would hide it.
 */
export function loadable({ name, html }: CapturedFile): string {
  const light = /^lightning-lookalike\/(?:synthetic|mixed)-/.test(name)
    ? html.replaceAll('<template shadowrootmode="open">', '<template>')
    : html;
  return light.replace(/<!doctype html>/i, '').replace(/<\/head>/i, `${CAPTURED_STYLE}</head>`);
}

/** The address that a captured page had, from its first line. */
export function addressOf(html: string): string {
  return /^<!-- url: (\S+) -->/.exec(html)?.[1] ?? '';
}

/** What a page shows, and by which recipe it is read; null for a page that nobody knows. */
export function truthOf({ name, html }: CapturedFile, held: Held[]): { crm: string; truth: Truth } | null {
  for (const kind of KINDS) {
    const match = kind.name.exec(name);
    if (match !== null) return { crm: kind.crm, truth: kind.truth(held, match[1] ?? '', html) };
  }
  return null;
}
