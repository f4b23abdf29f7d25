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
  unknownChannel: () => new ApiError(404, 10003, 'Unknown Channel'),
  unknownMessage: () => new ApiError(404, 10008, 'Unknown Message'),
  unknownWebhook: () => new ApiError(404, 10015, 'Unknown Webhook'),
  unknownInteraction: () => new ApiError(404, 10062, 'Unknown interaction'),
  alreadyAcknowledged: () => new ApiError(400, 40060, 'Interaction has already been acknowledged.'),
  missingAccess: () => new ApiError(403, 50001, 'Missing Access'),
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
