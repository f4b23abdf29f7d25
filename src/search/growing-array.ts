/** A list of unsigned 32-bit integers that grows by half as it fills: four bytes an entry where an array takes eight. */
export type GrowingArray = { values: Uint32Array; length: number };

export function growingArray(capacity = 4): GrowingArray {
  return { values: new Uint32Array(capacity), length: 0 };
}

export function push(list: GrowingArray, value: number): void {
  if (list.length === list.values.length) {
    const grown = new Uint32Array(Math.ceil(list.length * 1.5) + 2);
    grown.set(list.values);
    list.values = grown;
  }
  list.values[list.length++] = value;
}
