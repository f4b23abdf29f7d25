import { textWidth } from './letter-widths.ts';

export type Room = {
  /** In pixels. */
  readonly width: number;
  /** Of the letters, in pixels. */
  readonly size: number;
  readonly bold: boolean;
  readonly lines: number;
};

/** Between words; Chinese and Japanese are written without spaces, and no line begins with their marks. */
const PIECES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+[、。，：；？！」』）〉》]*|\s+|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu;
const WITHOUT_SPACES = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const MARKS = /^[^\p{L}\p{N}]+$/u;
const CHARACTERS = /\P{M}\p{M}*|\p{M}+/gu;
const words = new Intl.Segmenter('ja', { granularity: 'word' });

/** Breaks a text into lines that fit, between words where it can; what finds no room is cut with "…". */
export function wrapText(text: string, room: Room): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(text).flatMap((piece) => splitLong(piece, room))) {
    if (line === '' || fits((line + piece).trim(), room)) {
      line += piece;
      continue;
    }
    lines.push(line.trim());
    line = piece;
  }
  lines.push(line.trim());
  if (lines.length <= room.lines) return lines;
  return [...lines.slice(0, room.lines - 1), cut(lines.slice(room.lines - 1).join(' '), room)];
}

function piecesOf(text: string): readonly string[] {
  return (text.match(PIECES) ?? []).flatMap((run) => {
    if (!WITHOUT_SPACES.test(run)) return [run];
    const pieces: string[] = [];
    for (const { segment } of words.segment(run)) {
      if (MARKS.test(segment)) pieces.push(`${pieces.pop() ?? ''}${segment}`);
      else pieces.push(segment);
    }
    return pieces;
  });
}

function fits(text: string, room: Room): boolean {
  return textWidth(text, room) <= room.width;
}

/** A word that is longer than a line is broken where the line ends. */
function splitLong(piece: string, room: Room): readonly string[] {
  if (fits(piece, room)) return [piece];
  const parts: string[] = [];
  let part = '';
  for (const character of piece.match(CHARACTERS) ?? []) {
    if (part !== '' && !fits(part + character, room)) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  return [...parts, part];
}

function cut(text: string, room: Room): string {
  const characters = text.match(CHARACTERS) ?? [];
  while (characters.length > 0 && !fits(`${characters.join('').trim()}…`, room)) characters.pop();
  return `${characters.join('').trim()}…`;
}
