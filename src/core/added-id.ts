/**
 * The id of a document that a server added. It begins with a slash, as no path within the knowledge folder does, so that
 * the two never meet; and it names the server, so that two servers may have files of one name and share both.
 */
export function addedId(guild: string, name: string): string {
  return `/${guild}/${name}`;
}

/** An id as people see it: the path in the knowledge folder, or the name of the file that a server added. */
export function shownPath(id: string): string {
  return id.replace(/^\/[^/]*\//u, '');
}
