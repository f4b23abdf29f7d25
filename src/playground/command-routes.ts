import { refusals } from './api-error.ts';
import { type Commands, withoutLocalizations } from './commands.ts';
import { type Call, json, ok, part, type Route } from './route.ts';
import type { World } from './world.ts';

/** Commands of the application, for every guild or for one. */
export function commandRoutes({ world, commands }: { world: World; commands: Commands }): Route[] {
  function scope({ at }: Call): string | undefined {
    if (at['application'] !== world.applicationId) throw refusals.missingAccess();
    const guild = at['guild'];
    if (guild !== undefined && !world.guilds.some((each) => each.id === guild && each.bot !== 'removed'))
      throw refusals.missingAccess();
    return guild;
  }
  return ['/applications/:application/commands', '/applications/:application/guilds/:guild/commands'].flatMap(
    (path): Route[] => [
      {
        method: 'GET',
        path,
        run: (call) => {
          const held = commands.inScope(scope(call));
          return ok(call.query.get('with_localizations') === 'true' ? held : withoutLocalizations(held));
        },
      },
      { method: 'PUT', path, run: (call) => ok(commands.overwrite(scope(call), call.body)) },
      {
        method: 'POST',
        path,
        run: (call) => {
          const { command, isNew } = commands.add(scope(call), json(call));
          return { status: isNew ? 201 : 200, body: command };
        },
      },
      { method: 'GET', path: `${path}/:command`, run: (call) => ok(commands.one(scope(call), id(call))) },
      {
        method: 'PATCH',
        path: `${path}/:command`,
        run: (call) => ok(commands.change(scope(call), id(call), json(call))),
      },
      {
        method: 'DELETE',
        path: `${path}/:command`,
        run: (call) => {
          commands.remove(scope(call), id(call));
          return { status: 204 };
        },
      },
    ],
  );
}

function id({ at }: Call): string {
  return part(at, 'command');
}
