import type { DatabaseSync, SQLInputValue, SQLOutputValue, StatementSync } from 'node:sqlite';

type Row = Record<string, SQLOutputValue>;
type Tag<Result> = (text: TemplateStringsArray, ...values: readonly SQLInputValue[]) => Result;

/** Statements as templates: what stands in `${}` is bound as a value, never part of the statement. */
export type Sql = {
  readonly get: Tag<Row | undefined>;
  readonly all: Tag<Row[]>;
  /** Gives the number of rows changed. */
  readonly run: Tag<number>;
};

/**
 * Prepares each template once. Node's own `createTagStore` would do it, but its statements keep the file open, and its
 * write-ahead log unfinished, after the database was closed (24.21).
 */
export function createSql(db: DatabaseSync): Sql {
  const prepared = new Map<TemplateStringsArray, StatementSync>();
  const statement = (text: TemplateStringsArray): StatementSync => {
    const known = prepared.get(text) ?? db.prepare(text.join('?'));
    prepared.set(text, known);
    return known;
  };
  return {
    get: (text, ...values) => statement(text).get(...values),
    all: (text, ...values) => statement(text).all(...values),
    run: (text, ...values) => Number(statement(text).run(...values).changes),
  };
}
