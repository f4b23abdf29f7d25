/** A line of a batch: its value, or what is wrong with it; `number` counts from 1. */
type BatchLine = {
  readonly number: number;
  readonly value?: Readonly<Record<string, unknown>>;
  readonly fault?: string;
};

/** Reads one JSON object a line; empty lines are passed over, and so is a byte order mark. */
export async function* readBatch(lines: AsyncIterable<string>): AsyncGenerator<BatchLine> {
  let number = 0;
  for await (const line of lines) {
    number += 1;
    const text = number === 1 ? line.replace(/^\ufeff/u, '') : line;
    if (text.trim() !== '') yield { number, ...parse(text) };
  }
}

function parse(text: string): Omit<BatchLine, 'number'> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return { fault: 'is not an object' };
    return { value: value as Readonly<Record<string, unknown>> };
  } catch {
    return { fault: 'is not JSON' };
  }
}
