import { UserError } from '../../core/user-error.ts';

/** What a reader throws for a file that it will not or cannot read. */
export type Refused = UserError & { readonly remedy: string };

/** A refusal to throw, with what is wrong and what the file's owner can do. */
export function refuse(cause: string, remedy: string): Refused {
  return Object.assign(new UserError('refused-file', cause), { remedy });
}

export function isRefused(error: unknown): error is Refused {
  return error instanceof UserError && error.code === 'refused-file' && 'remedy' in error;
}
