import type { Added, AddOutcome, EditOutcome, NewDocument, ShareOutcome } from './added-document.ts';
import { addedId } from './added-id.ts';
import type { Document, DocumentFault } from './document.ts';
import { type DetailsForm, readDetails, withDetails } from './document-details.ts';
import { isVisible } from './scope.ts';
import type { ListedDocument, Storage } from './storage.ts';

export type KnowledgeDeps = {
  readonly storage: Pick<Storage, 'documents'>;
  /** SHA-256 as 64 hexadecimal digits. */
  readonly hashOf: (bytes: Uint8Array) => string;
  /** A name under which a file of that name can do no harm; it ends as the file does. */
  readonly safeName: (given: string) => string;
  /** The name with a number, before its ending. */
  readonly numberedName: (name: string, number: number) => string;
  /** Turns the bytes of a file into a document, or tells in faults why it cannot. */
  readonly read: (file: {
    readonly id: string;
    readonly bytes: Uint8Array;
  }) => Promise<{ readonly document?: Document; readonly faults: readonly DocumentFault[] }>;
  /** Puts documents in service, in place of those of their ids, and takes others out of it, at once. */
  readonly serve: (change: { readonly put: readonly Document[]; readonly gone: readonly Document[] }) => void;
  /** Every document that is in service, whoever may see it. */
  readonly served: () => readonly Document[];
  /** Deletes what is kept on disk of documents of that hash besides their bytes: their text and what was found in it. */
  readonly forget: (hash: string) => Promise<void>;
  /** Unix milliseconds. */
  readonly now: () => number;
  /** What one server may add. */
  readonly limits: Limits;
};

export type Limits = { readonly documents: number; readonly bytes: number };

export type Knowledge = ReturnType<typeof createKnowledge>;

/** Bytes of one file: about ten thousand pages of text. */
export const MOST_BYTES = 25 * 1024 * 1024;
/** Files that are read at once when the bot starts. */
const AT_ONCE = 4;
const UNREADABLE = {
  cause: 'The file could not be read.',
  remedy: 'Save it in another format, or as plain text, and add that.',
};

/** The documents that servers add. Every method works on the documents of the server that it is given and of no other. */
export function createKnowledge(deps: KnowledgeDeps) {
  const { storage, hashOf, safeName, numberedName, read, serve, served, forget, now, limits } = deps;
  /** By id. */
  const entries = new Map<string, Entry>();
  const turns = new Map<string, Promise<unknown>>();

  /** What a server changes happens one after the other: otherwise two files at once could both be the last that fits. */
  function inTurn<T>(guild: string, act: () => Promise<T>): Promise<T> {
    const turn = (turns.get(guild) ?? Promise.resolve()).then(act, act);
    turns.set(guild, turn);
    const done = () => turns.get(guild) === turn && turns.delete(guild);
    turn.then(done, done);
    return turn;
  }

  const list = (guild: string): readonly Added[] =>
    [...entries.values()]
      .filter(({ stored }) => stored.guild === guild)
      .sort((a, b) => (a.stored.name < b.stored.name ? -1 : 1))
      .map(addedOf);

  function use(guild: string): { readonly documents: number; readonly bytes: number } {
    const own = list(guild);
    return { documents: own.length, bytes: own.reduce((sum, { stored }) => sum + stored.size, 0) };
  }

  /** A document of the same bytes that the server finds already, or added and cannot read any more. */
  function duplicateOf(guild: string, hash: string): Extract<AddOutcome, { outcome: 'duplicate' }> | undefined {
    const own = list(guild).find(({ stored }) => stored.hash === hash);
    const title = own
      ? (own.document?.title ?? own.stored.name)
      : served().find((document) => document.hash === hash && isVisible(document, { guild, tags: [] }))?.title;
    return title === undefined ? undefined : { outcome: 'duplicate', title, own: own !== undefined };
  }

  /** Deletes what is kept of a file besides its bytes, unless another document has the same ones. */
  async function forgetUnused(hash: string): Promise<void> {
    const others = [...served(), ...[...entries.values()].map(({ stored }) => stored)];
    if (!others.some((other) => other.hash === hash)) await forget(hash);
  }

  /** Why a file is not added, if it is not. */
  function refusalOf(guild: string, hash: string, size: number): AddOutcome | undefined {
    const used = use(guild);
    if (size > MOST_BYTES) return { outcome: 'too-large', most: MOST_BYTES, size };
    const duplicate = duplicateOf(guild, hash);
    if (duplicate) return duplicate;
    if (used.documents >= limits.documents) return { outcome: 'too-many', most: limits.documents };
    if (used.bytes + size > limits.bytes) return { outcome: 'too-much', most: limits.bytes, used: used.bytes, size };
    return undefined;
  }

  /** Stores a file that was read, and serves it. */
  async function keep(
    guild: string,
    { name, bytes, by, details = {} }: NewDocument,
    { found, faults, hash }: { readonly found: Document; readonly faults: Entry['faults']; readonly hash: string },
  ): Promise<AddOutcome> {
    const refusal = refusalOf(guild, hash, bytes.length);
    if (refusal) {
      await forgetUnused(hash);
      return refusal;
    }
    const wished = safeName(name);
    let free = wished;
    for (let number = 2; entries.has(addedId(guild, free)); number += 1) free = numberedName(wished, number);
    const about = { guild, name: free, hash, addedBy: by, addedAt: now(), about: details, shared: false };
    try {
      await storage.documents.put({ ...about, bytes });
    } catch (error) {
      await forgetUnused(hash);
      throw error;
    }
    await storage.documents.firstServed([hash], about.addedAt);
    const entry = { stored: { ...about, size: bytes.length }, found: { ...found, id: addedId(guild, free) }, faults };
    const document = documentOf(entry, entry.found);
    entries.set(document.id, entry);
    serve({ put: [document], gone: [] });
    return { outcome: 'added', added: addedOf(entry), document, namesake: free !== wished };
  }

  /** Changes what is said of a document, and serves it as it is then. */
  async function change(entry: Entry, changes: Partial<Pick<ListedDocument, 'about' | 'shared'>>): Promise<Added> {
    const { found } = entry;
    const stored = { ...entry.stored, ...changes };
    await storage.documents.change(stored.guild, stored.name, stored);
    const fresh = { ...entry, stored };
    entries.set(addedId(stored.guild, stored.name), fresh);
    if (found) {
      const moved = stored.shared !== entry.stored.shared;
      serve({ put: [documentOf(fresh, found)], gone: moved ? [documentOf(entry, found)] : [] });
    }
    return addedOf(fresh);
  }

  const find = (guild: string, name: string): Entry | undefined => entries.get(addedId(guild, name));

  return {
    limits,
    /** Puts everything that was ever added in service. To be called once, before anything else. */
    async load(): Promise<void> {
      const queue = (await storage.documents.list()).values();
      await Promise.all(
        Array.from({ length: AT_ONCE }, async () => {
          for (const stored of queue) {
            const { guild, name } = stored;
            const bytes = await storage.documents.bytes(guild, name);
            if (!bytes) continue;
            const { document: found, faults } = await read({ id: addedId(guild, name), bytes });
            entries.set(addedId(guild, name), { stored, found, faults });
          }
        }),
      );
      serve({ put: [...entries.values()].flatMap((entry) => addedOf(entry).document ?? []), gone: [] });
    },
    /** A server's documents, by name. */
    list,
    find(guild: string, name: string): Added | undefined {
      const entry = find(guild, name);
      return entry && addedOf(entry);
    },
    /** How many documents a server added, and their bytes. */
    use,
    /** The file as it was added. */
    bytes: (guild: string, name: string): Promise<Uint8Array | undefined> => storage.documents.bytes(guild, name),
    /** Adds a file to a server's documents; rejects where it cannot be stored. */
    async add(guild: string, file: NewDocument): Promise<AddOutcome> {
      const hash = hashOf(file.bytes);
      const refusal = refusalOf(guild, hash, file.bytes.length);
      if (refusal) return refusal;
      // Reading may take half a minute, for which nobody else has to wait.
      const { document: found, faults } = await read({ id: addedId(guild, safeName(file.name)), bytes: file.bytes });
      if (!found) return { outcome: 'unreadable', fault: faults[0] ?? UNREADABLE };
      return inTurn(guild, () => keep(guild, file, { found, faults, hash }));
    },
    /** Takes what a form says of a document; what is left as it was found stays what the file says. */
    edit: (guild: string, name: string, form: DetailsForm): Promise<EditOutcome> =>
      inTurn(guild, async () => {
        const entry = find(guild, name);
        if (!entry?.found) return { outcome: 'absent' };
        const { details, faults } = readDetails(form, entry.found, entry.stored.about);
        return { outcome: 'edited', added: await change(entry, { about: details }), faults };
      }),
    /** Gives a document another title. */
    rename: (guild: string, name: string, title: string): Promise<EditOutcome> =>
      inTurn(guild, async () => {
        const entry = find(guild, name);
        if (!entry?.found) return { outcome: 'absent' };
        const about = { ...entry.stored.about, title };
        return { outcome: 'edited', added: await change(entry, { about }), faults: [] };
      }),
    /** Lets every server search a document, or its own server alone again. */
    share: (guild: string, name: string, shared: boolean): Promise<ShareOutcome> =>
      inTurn(guild, async () => {
        const entry = find(guild, name);
        if (!entry) return { outcome: 'absent' };
        if (entry.stored.shared === shared) return { outcome: 'unchanged', added: addedOf(entry) };
        return { outcome: shared ? 'shared' : 'unshared', added: await change(entry, { shared }) };
      }),
    /** Deletes a document: its file, its text, its place in the index and what was found in it; whether it was there. */
    remove: (guild: string, name: string): Promise<boolean> =>
      inTurn(guild, async () => {
        const entry = find(guild, name);
        if (!entry) return false;
        await storage.documents.remove(guild, name);
        entries.delete(addedId(guild, name));
        if (entry.found) serve({ put: [], gone: [documentOf(entry, entry.found)] });
        await forgetUnused(entry.stored.hash);
        return true;
      }),
  };
}

/** `found` is the document as the file alone gives it. */
type Entry = {
  readonly stored: ListedDocument;
  readonly found: Document | undefined;
  readonly faults: readonly DocumentFault[];
};

/** The document as it is served: with what was said of it, and for its server alone unless it is shared. */
function documentOf({ stored: { guild, about, shared } }: Pick<Entry, 'stored'>, found: Document): Document {
  const document = withDetails(found, about);
  return shared ? document : { ...document, guild };
}

function addedOf({ stored, found, faults }: Entry): Added {
  return { stored, faults, ...(found ? { document: documentOf({ stored }, found) } : {}) };
}
