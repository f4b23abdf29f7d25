import type { RawData } from 'ws';
import { isJson, type Json } from './form.ts';

/** The JSON object in a frame of a socket; nothing where it is none, or longer than it may be. */
export function readFrame(raw: RawData, mostBytes: number): Json | undefined {
  const bytes = Buffer.isBuffer(raw) ? raw : Buffer.concat(Array.isArray(raw) ? raw : [Buffer.from(raw)]);
  if (bytes.length > mostBytes) return undefined;
  try {
    const frame: unknown = JSON.parse(bytes.toString('utf8'));
    return isJson(frame) ? frame : undefined;
  } catch {
    return undefined;
  }
}
