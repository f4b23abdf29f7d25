import type { Tone } from './matrix.ts';

/** Pixels. Discord shows the picture about 360 wide on a telephone, so the smallest letters are 24. */
export const SIZE = {
  width: 1000,
  margin: 36,
  title: 36,
  header: 26,
  name: 28,
  word: 28,
  aside: 24,
  note: 24,
} as const;

/**
 * A dark card with a border: it stands out from Discord's light theme and from its dark one (#313338). White letters
 * have a contrast of 6:1 or more on every fill; blue and orange are told apart by the colour-blind.
 */
export const COLOUR = {
  card: '#1c2028',
  border: '#5b6475',
  text: '#f4f6fa',
  soft: '#c5ccd8',
  empty: '#262b35',
} as const;

export const TONE: Record<Tone, { readonly fill: string; readonly stroke: string }> = {
  for: { fill: '#1d5ca6', stroke: '#6aa9f0' },
  plain: { fill: '#4c5567', stroke: '#a3adbf' },
  against: { fill: '#a04207', stroke: '#f39a58' },
  mixed: { fill: '#67479b', stroke: '#b79ae8' },
};
