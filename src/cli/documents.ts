import { UserError } from '../core/user-error.ts';
import { lookOf } from '../terminal/look.ts';
import { toJson } from '../terminal/neutralise.ts';
import { renderDocuments } from '../terminal/render/documents.ts';
import { type Arguments, takeOnly } from './arguments.ts';
import { openDeskFor } from './desk.ts';

/** `documents`; gives what to print. */
export async function documents(given: Arguments): Promise<string> {
  takeOnly(given, ['knowledge', 'json']);
  if (given.words.length > 0) throw new UserError('usage', 'documents takes --knowledge and --json, and nothing else.');
  const { documents: served, faults } = (await openDeskFor(given, { quietest: 'error' })).library();
  if (!given.values.json) return renderDocuments({ documents: served, faults }, lookOf(process.stdout));
  const listed = served.map(({ id, title, author, publisher, date, url, tags, language, hash, passages }) => {
    const described = { document: id, title, author, publisher, date, url, tags, language, hash };
    return { ...described, passages: passages.length };
  });
  return toJson({ documents: listed, faults });
}
