/** One fault of a request body: where it is, Discord's code for it, and Discord's words. */
export type FormFault = { readonly path: Path; readonly code: string; readonly message: string };
export type Path = readonly (string | number)[];

/** A request that Discord refuses; `body` is what it answers with. */
export class ApiError extends Error {
  readonly status: number;
  readonly body: { readonly message: string; readonly code: number; readonly errors?: unknown };

  constructor(status: number, code: number, message: string, errors?: unknown) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.body = { message, code, ...(errors === undefined ? {} : { errors }) };
  }
}

/** Refusals by name, with Discord's status, code and words (topics/opcodes-and-status-codes). */
export const refusals = {
  unauthorized: () => new ApiError(401, 0, '401: Unauthorized'),
  notFound: () => new ApiError(404, 0, '404: Not Found'),
  unknownCommand: () => new ApiError(404, 10063, 'Unknown application command'),
  unknownGuild: () => new ApiError(404, 10004, 'Unknown Guild'),
  unknownMember: () => new ApiError(404, 10007, 'Unknown Member'),
  unknownUser: () => new ApiError(404, 10013, 'Unknown User'),
  unknownChannel: () => new ApiError(404, 10003, 'Unknown Channel'),
  unknownMessage: () => new ApiError(404, 10008, 'Unknown Message'),
  unknownWebhook: () => new ApiError(404, 10015, 'Unknown Webhook'),
  unknownInteraction: () => new ApiError(404, 10062, 'Unknown interaction'),
  alreadyAcknowledged: () => new ApiError(400, 40060, 'Interaction has already been acknowledged.'),
  missingAccess: () => new ApiError(403, 50001, 'Missing Access'),
  missingPermissions: () => new ApiError(403, 50013, 'Missing Permissions'),
  notTheAuthor: () => new ApiError(403, 50005, 'Cannot edit a message authored by another user'),
  refusesMessages: () => new ApiError(403, 50007, 'Cannot send messages to this user'),
  noText: () => new ApiError(400, 50008, 'Cannot send messages in a non-text channel'),
  wrongChannelType: () => new ApiError(400, 50024, 'Cannot execute action on this channel type'),
  invalidRecipient: () => new ApiError(400, 50033, 'Invalid Recipient(s)'),
  archivedThread: () => new ApiError(400, 50083, 'Thread is archived'),
  noHistory: () => new ApiError(403, 160002, 'Cannot reply without permission to read message history'),
  hasThread: () => new ApiError(400, 160004, 'A thread has already been created for this message'),
  lockedThread: () => new ApiError(400, 160005, 'This thread is locked'),
  tooManyCommands: (most: number) =>
    new ApiError(400, 30032, `Maximum number of application commands reached (${most}).`),
  tooManyCreated: () =>
    new ApiError(400, 30034, 'Max number of daily application command creates has been reached (200)'),
  emptyMessage: () => new ApiError(400, 50006, 'Cannot send an empty message'),
  expiredToken: () => new ApiError(401, 50027, 'Invalid Webhook Token'),
  notJson: () => new ApiError(400, 50109, 'The request body contains invalid JSON.'),
} as const;

type Tree = { [key: string]: Tree | { code: string; message: string }[] };

/** The refusal of a form, with its faults in the nested shape that Discord gives. */
export function invalidForm(faults: readonly FormFault[]): ApiError {
  const errors: Tree = {};
  for (const { path, code, message } of faults) {
    let node = errors;
    for (const step of path) node = (node[step] ??= {}) as Tree;
    const list = (node['_errors'] ??= []) as { code: string; message: string }[];
    list.push({ code, message });
  }
  return new ApiError(400, 50035, 'Invalid Form Body', errors);
}

/** Refuses where there is any fault. */
export function refuseFaults(faults: readonly FormFault[]): void {
  if (faults.length > 0) throw invalidForm(faults);
}
