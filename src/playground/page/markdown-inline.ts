/** A piece of a line as Discord shows it. Text is always plain; nothing here is ever read as HTML. */
export type Inline =
  | string
  | { readonly kind: Marked; readonly inside: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly address: string; readonly inside: readonly Inline[] }
  | { readonly kind: 'mention'; readonly of: 'user' | 'role' | 'channel'; readonly id: string }
  | { readonly kind: 'command'; readonly name: string }
  | { readonly kind: 'emoji'; readonly name: string }
  | { readonly kind: 'time'; readonly seconds: number; readonly style: TimeStyle };

type Marked = 'bold' | 'italic' | 'underline' | 'strike' | 'spoiler';
export type TimeStyle = 't' | 'T' | 'd' | 'D' | 'f' | 'F' | 'R';

type Found = { readonly end: number; readonly piece: Inline };
type Rule = (text: string, at: number, depth: number) => Found | undefined;

/** Deeper marks are shown as they are typed, so that hostile text cannot nest without end. */
const DEEPEST = 12;
/** Longest marks first, or every bold would be an italic in an italic. */
const RULES: Readonly<Record<string, readonly Rule[]>> = {
  '\\': [escaped],
  '`': [code],
  '[': [maskedLink],
  '<': [angled],
  h: [bareLink],
  '*': [pair('**', 'bold'), pair('*', 'italic')],
  _: [pair('__', 'underline'), pair('_', 'italic')],
  '~': [pair('~~', 'strike')],
  '|': [pair('||', 'spoiler')],
};

/** Reads the marks within a text: bold, links, code, mentions, times. What fits no rule stays as it is typed. */
export function readInline(text: string, depth = 0): readonly Inline[] {
  const pieces: Inline[] = [];
  let plain = '';
  let at = 0;
  while (at < text.length) {
    const found = firstOf(RULES[text.charAt(at)] ?? [], text, at, depth);
    if (typeof found?.piece === 'string') plain += found.piece;
    else if (found) {
      if (plain !== '') pieces.push(plain);
      plain = '';
      pieces.push(found.piece);
    } else plain += text.charAt(at);
    at = found?.end ?? at + 1;
  }
  return plain === '' ? pieces : [...pieces, plain];
}

function firstOf(rules: readonly Rule[], text: string, at: number, depth: number): Found | undefined {
  for (const rule of rules) {
    const found = rule(text, at, depth);
    if (found) return found;
  }
  return undefined;
}

/** Any sign but a letter, a digit or a space loses its meaning behind a backslash. */
function escaped(text: string, at: number): Found | undefined {
  const next = text.charAt(at + 1);
  return /[^0-9A-Za-z\s]/u.test(next) ? { end: at + 2, piece: next } : undefined;
}

function code(text: string, at: number): Found | undefined {
  const fence = /^`+/.exec(text.slice(at))?.[0] ?? '`';
  const close = text.indexOf(fence, at + fence.length);
  const inside = text.slice(at + fence.length, close);
  return close < 0 || inside.trim() === ''
    ? undefined
    : { end: close + fence.length, piece: { kind: 'code', text: inside.trim() } };
}

function pair(mark: string, kind: Marked): Rule {
  return (text, at, depth) => {
    if (!text.startsWith(mark, at) || depth >= DEEPEST) return undefined;
    if (mark === '_' && /\w/.test(text.charAt(at - 1))) return undefined;
    if (mark === '*' && /\s/.test(text.charAt(at + 1))) return undefined;
    const close = closing(text, at + mark.length, mark);
    if (close === undefined) return undefined;
    const inside = text.slice(at + mark.length, close);
    return inside.trim() === ''
      ? undefined
      : { end: close + mark.length, piece: { kind, inside: readInline(inside, depth + 1) } };
  };
}

/** Where a mark ends again: not behind a backslash, not within code, and not where a longer mark begins or ends. */
function closing(text: string, from: number, mark: string): number | undefined {
  const sign = mark.charAt(0);
  for (let at = from; at < text.length; at++) {
    const here = text.charAt(at);
    if (here === '\\') at++;
    else if (here === '`') at = (code(text, at)?.end ?? at + 1) - 1;
    else if (here === sign) {
      let run = 1;
      while (text.charAt(at + run) === sign) run++;
      const open =
        (mark === '_' && /\w/.test(text.charAt(at + run))) || (mark === '*' && /\s/.test(text.charAt(at - 1)));
      if (mark.length === 1 ? run % 2 === 1 && !open : run >= 2) return at + run - mark.length;
      at += run - 1;
    }
  }
  return undefined;
}

/** `[words](https://…)`; Discord makes a link of http and https only. */
function maskedLink(text: string, at: number, depth: number): Found | undefined {
  const close = closing(text, at + 1, ']');
  if (close === undefined || depth >= DEEPEST || text.charAt(close + 1) !== '(') return undefined;
  const [whole, address = ''] =
    /^\(<?(https?:\/\/[^\s<>()]*(?:\([^\s<>()]*\)[^\s<>()]*)*)>?(?: "[^"]*")?\)/u.exec(text.slice(close + 1)) ?? [];
  const label = text.slice(at + 1, close);
  if (whole === undefined || label.trim() === '' || !URL.canParse(address)) return undefined;
  return {
    end: close + 1 + whole.length,
    piece: { kind: 'link', address, inside: withoutLinks(readInline(label, depth + 1)) },
  };
}

/** A link holds no other. */
function withoutLinks(pieces: readonly Inline[]): readonly Inline[] {
  return pieces.flatMap((piece): readonly Inline[] => {
    if (typeof piece === 'string' || !('inside' in piece)) return [piece];
    const inside = withoutLinks(piece.inside);
    return piece.kind === 'link' ? inside : [{ ...piece, inside }];
  });
}

function bareLink(text: string, at: number): Found | undefined {
  if (!text.startsWith('http', at) || /\w/.test(text.charAt(at - 1))) return undefined;
  const address = /^https?:\/\/[^\s<]*[^\s<.,:;"'\])*_~|]/u.exec(text.slice(at, at + 2048))?.[0];
  if (address === undefined || !URL.canParse(address)) return undefined;
  return { end: at + address.length, piece: { kind: 'link', address, inside: [address] } };
}

/** What stands between angle brackets: an address, a mention, a command, an emoji, a time. */
function angled(text: string, at: number): Found | undefined {
  const whole = /^<[^<>\s][^<>]*>/u.exec(text.slice(at, at + 2048))?.[0];
  const piece = whole === undefined ? undefined : insideBrackets(whole.slice(1, -1));
  return piece && whole !== undefined ? { end: at + whole.length, piece } : undefined;
}

function insideBrackets(inside: string): Inline | undefined {
  if (/^https?:\/\/\S+$/u.test(inside) && URL.canParse(inside)) {
    return { kind: 'link', address: inside, inside: [inside] };
  }
  const [, sign, id] = /^(@!?|@&|#)(\d{1,20})$/u.exec(inside) ?? [];
  if (id !== undefined) return { kind: 'mention', of: sign === '#' ? 'channel' : sign === '@&' ? 'role' : 'user', id };
  const [, command] = /^\/([-_'\p{L}\p{N} ]{1,100}):\d{1,20}$/u.exec(inside) ?? [];
  if (command !== undefined) return { kind: 'command', name: command };
  const [, emoji] = /^a?:(\w{2,32}):\d{1,20}$/u.exec(inside) ?? [];
  if (emoji !== undefined) return { kind: 'emoji', name: emoji };
  const [, seconds, style = 'f'] = /^t:(-?\d{1,13})(?::([tTdDfFR]))?$/u.exec(inside) ?? [];
  return seconds === undefined ? undefined : { kind: 'time', seconds: Number(seconds), style: style as TimeStyle };
}
