import { html, svg, type TemplateResult } from 'lit';

/** Drawings of 24 × 24, in the colour of the text around them; no machine lacks them as it may lack a character. */
const PATHS = {
  announcement: 'M4 10v4h3l8 5V5l-8 5H4Zm13-2v8M20 9v6',
  channel: 'M9 4 7 20M17 4l-2 16M4 9h17M3 15h17',
  chevron: 'm6 9 6 6 6-6',
  close: 'm6 6 12 12M18 6 6 18',
  exchange: 'M4 8h15m-4-4 4 4-4 4M20 16H5m4-4-4 4 4 4',
  eye: 'M2.500 12S6 5.500 12 5.500 21.500 12 21.500 12 18 18.500 12 18.500 2.500 12 2.500 12ZM12 9.500a2.500 2.500 0 1 0 0 5 2.500 2.500 0 0 0 0-5Z',
  forum: 'M4 5h16v11H11l-5 4v-4H4ZM8 9h8M8 12h5',
  lock: 'M6 11h12v9H6Zm3 0V8a3 3 0 0 1 6 0v3',
  menu: 'M4 6h16M4 12h16M4 18h16',
  moon: 'M19 14.500A8 8 0 0 1 9.500 5a8 8 0 1 0 9.500 9.500Z',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  send: 'M4 4.500 20 12 4 19.500 7 12ZM7 12h6',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM12 2v3M12 19v3M2 12h3M19 12h3M5 5l2 2M17 17l2 2M19 5l-2 2M7 17l-2 2',
  thread: 'M6 4v9a3 3 0 0 0 3 3h10m-4-4 4 4-4 4',
} as const;
export type Icon = keyof typeof PATHS;

/** A drawing that says nothing to those who do not see it: the control around it has a name of its own. */
export function showIcon(name: Icon, size = 20): TemplateResult {
  return html`<svg
    aria-hidden="true"
    width=${size}
    height=${size}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width=${name === 'more' ? 3 : 2}
    stroke-linecap="round"
    stroke-linejoin="round"
  >
    ${svg`<path d=${PATHS[name]} />`}
  </svg>`;
}
