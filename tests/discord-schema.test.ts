import { describe, expect, it } from 'vitest';
import { createSchemaChecks, schemaIsPresent } from './discord-schema.ts';

describe.skipIf(!schemaIsPresent)("Discord's own schema", () => {
  it('accepts a reply and refuses one with a field that Discord does not know', () => {
    const { validateRequest } = createSchemaChecks();
    const reply = {
      type: 4,
      data: { content: 'Hello', embeds: [{ title: 'Brief' }], allowed_mentions: { parse: [] } },
    };
    const path = '/interactions/1/token/callback';

    expect(validateRequest('POST', path, reply)).toEqual([]);
    expect(validateRequest('POST', path, { ...reply, data: { contents: 'Hello' } })).not.toEqual([]);
    expect(validateRequest('POST', path, { ...reply, data: { embeds: [{ titel: 'Brief' }] } })).not.toEqual([]);
  });

  it('refuses limits that are exceeded, in every way a message is sent', () => {
    const { validateRequest } = createSchemaChecks();
    const long = { content: 'x'.repeat(2001) };

    expect(validateRequest('POST', '/interactions/1/token/callback', { type: 4, data: long })).not.toEqual([]);
    expect(validateRequest('POST', '/webhooks/1/token', long)).not.toEqual([]);
    expect(validateRequest('PATCH', '/webhooks/1/token/messages/@original', long)).not.toEqual([]);
  });

  it('names a route that Discord does not have', () => {
    expect(createSchemaChecks().validateRequest('POST', '/nowhere', {})).toEqual([
      "POST /nowhere is no route of Discord's",
    ]);
  });
});
