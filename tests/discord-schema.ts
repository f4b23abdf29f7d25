import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

type Json = Record<string, unknown>;
type Schema = {
  paths: Record<string, Record<string, { requestBody?: { content: Record<string, { schema: Json }> } }>>;
} & Json;
type Route = { readonly template: string; readonly pattern: RegExp };

/** Discord's own OpenAPI description, which the folder of shared data holds; absent on most machines. */
const FILE = join(process.env['ATTACHE_SHARED'] ?? join(import.meta.dirname, '../../shared'), 'discord/openapi.json');
export const schemaIsPresent = existsSync(FILE);

/** Answers of a callback by its type; the schema lists them as alternatives, whose faults are unreadable together. */
const CALLBACKS: Readonly<Record<number, string>> = {
  4: 'CreateMessageInteractionCallbackRequest',
  5: 'CreateMessageInteractionCallbackRequest',
  6: 'UpdateMessageInteractionCallbackRequest',
  7: 'UpdateMessageInteractionCallbackRequest',
  8: 'ApplicationCommandAutocompleteCallbackRequest',
  9: 'ModalInteractionCallbackRequest',
};

/**
 * Reads the schema once and gives checks that list faults in words, none where a body conforms. Fields that Discord does
 * not know are faults too, although Discord would pass over them in silence.
 */
export function createSchemaChecks() {
  const schema = JSON.parse(readFileSync(FILE, 'utf8')) as Schema;
  closeRequests(schema);
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addFormat('snowflake', /^\d{1,20}$/);
  ajv.addFormat('nonce', /^.{0,25}$/s);
  ajv.addSchema(schema, 'discord');
  const compiled = new Map<string, ValidateFunction>();
  // A literal path such as `@original` comes before one with a parameter in that place.
  const routes = Object.keys(schema.paths)
    .map((template): Route => ({ template, pattern: new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/]+')}$`) }))
    .sort((one, other) => parameters(one) - parameters(other));

  function check(pointer: string, body: unknown): string[] {
    const validate = compiled.get(pointer) ?? ajv.getSchema(`discord#${pointer}`);
    if (!validate) return [`the schema has no ${pointer}`];
    compiled.set(pointer, validate as ValidateFunction);
    if (validate(body)) return [];
    return (validate.errors ?? []).map(
      ({ instancePath, message = '', params }) => `${instancePath || '/'} ${message} ${JSON.stringify(params)}`,
    );
  }

  return {
    /** Faults of a request, by its method and its path without `/api/v10`. */
    validateRequest: (method: string, path: string, body: unknown): string[] => {
      const found = routes.find(
        ({ template, pattern }) => pattern.test(path) && schema.paths[template]?.[method.toLowerCase()],
      );
      if (!found) return [`${method} ${path} is no route of Discord's`];
      const type = (body as { type?: number } | undefined)?.type;
      if (found.template.endsWith('/callback')) return check(`/components/schemas/${CALLBACKS[type ?? 0]}`, body);
      const content = schema.paths[found.template]?.[method.toLowerCase()]?.requestBody?.content['application/json'];
      if (!content) return body === undefined ? [] : [`${method} ${path} takes no body`];
      const steps = [
        'paths',
        found.template,
        method.toLowerCase(),
        'requestBody',
        'content',
        'application/json',
        'schema',
      ];
      return check(`/${steps.map(encode).join('/')}`, body);
    },
    /** Faults of any value against a schema by name, as 'MessageResponse'. */
    validate: (name: string, value: unknown): string[] => check(`/components/schemas/${name}`, value),
  };
}

/** Makes unknown fields a fault in everything a request can hold; answers stay open, for Discord adds to them. */
function closeRequests(schema: Schema): void {
  const { schemas } = schema['components'] as { schemas: Record<string, Json> };
  const pending = Object.values(schema.paths).flatMap((methods) =>
    Object.values(methods).map((method) => method?.requestBody),
  );
  const seen = new Set<unknown>();
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null || seen.has(node)) return;
    seen.add(node);
    const { $ref: reference, properties, additionalProperties } = node as Json;
    if (typeof reference === 'string') walk(schemas[reference.replace('#/components/schemas/', '')]);
    if (properties !== undefined && additionalProperties === undefined) {
      (node as Json)['additionalProperties'] = false;
      // The schema wants a number here; the documentation wants the digits of it, for they may be too many for one.
      if ('default_member_permissions' in (properties as Json))
        Object.assign(properties as Json, {
          default_member_permissions: { type: ['string', 'null'], pattern: '^\\d+$' },
        });
      // discord.js sends these two with every message, also where Discord has no such field.
      if ('allowed_mentions' in (properties as Json)) Object.assign(properties as Json, { tts: {}, enforce_nonce: {} });
    }
    Object.values(node).forEach(walk);
  };
  pending.forEach(walk);
}

function parameters({ template }: Route): number {
  return template.split('{').length;
}

function encode(step: string): string {
  return encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'));
}
