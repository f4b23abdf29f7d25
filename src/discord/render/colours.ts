/** One accent for what was found, a quiet colour for everything else. */
export const COLOURS = { found: 0x2f6fae, quiet: 0x8a9099 } as const;
