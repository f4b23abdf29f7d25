/** A fault that the reader can do something about: `message` names cause and remedy; `code` is stable for logs and tests. */
export class UserError extends Error {
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'UserError';
    this.code = code;
  }
}
