import { UserError } from '../core/user-error.ts';

/** Code units of an address; what is longer is of no use to a reader either. */
const LONGEST = 2000;

/**
 * An address of the web as somebody typed it or a page names it, `https://` put before where there is no scheme. Every
 * spelling of an IP address, such as `0x7f.1` or `2130706433`, becomes the usual one. Throws `UserError` 'address-invalid'.
 */
export function readAddress(typed: string, base?: URL): URL {
  const text = typed.trim().replace(/^<(.*)>$/u, '$1');
  const whole = base === undefined && !/^[a-z][a-z0-9+.-]*:(?!\d)/iu.test(text) ? `https://${text}` : text;
  if (text === '' || whole.length > LONGEST || !URL.canParse(whole, base))
    throw invalid(`“${text.slice(0, 100)}” is no address of the web.`);
  const url = new URL(whole, base);
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw invalid(`Addresses that begin with “${url.protocol}” are not followed.`);
  if (url.username !== '' || url.password !== '')
    throw invalid('The address holds a name or a password, which everybody who manages the server would see.');
  url.hash = '';
  return url;
}

function invalid(cause: string): UserError {
  return new UserError(
    'address-invalid',
    `${cause} Give one that begins with https:// or http://, such as https://example.org/feed.xml`,
  );
}
