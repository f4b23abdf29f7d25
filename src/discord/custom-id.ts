/** Version of the custom ids' meaning: buttons of messages sent by an older bot must not be read in a new way. */
const VERSION = 'v1';

/** What a button does and what it needs to know: `v1:context:6fa1…:4`. Never holds words of people; 100 code units at most. */
export function customId(verb: string, ...state: readonly (string | number)[]): string {
  return [VERSION, verb, ...state].join(':');
}

/** The parts of a custom id, or `undefined` where it is none of ours. */
export function parseCustomId(id: string): { readonly verb: string; readonly state: readonly string[] } | undefined {
  const [version, verb, ...state] = id.split(':');
  return version === VERSION && verb ? { verb, state } : undefined;
}
