/** Pictures of people and of the bot, drawn here: nothing is fetched from Discord's servers. */

const COLOURS = ['#5865f2', '#3a7d5c', '#a1447a', '#7a5a1c', '#4f6ba8', '#8a4b3c'];
const BOT = '#2f6fae';

/** A round picture with the first letter of a name, as a data: address. */
export function avatarOf(name: string, bot = false): string {
  const sum = Array.from(name).reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
  const colour = bot ? BOT : (COLOURS[sum % COLOURS.length] ?? BOT);
  const [letter = '?'] = name.toUpperCase().replaceAll(/[<>&]/gu, '');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" fill="${colour}"/><text x="20" y="27" fill="#fff" font-family="sans-serif" font-size="20" font-weight="700" text-anchor="middle">${letter}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

// The library of message elements reads this while it is loaded; it would point at pictures on the web otherwise.
const blank = avatarOf('?');
Object.assign(globalThis, {
  $discordMessage: {
    avatars: { default: blank, blue: blank, gray: blank, green: blank, orange: blank, red: blank, pink: blank },
  },
});
