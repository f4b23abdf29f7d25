import { refusals } from './api-error.ts';
import type { Interactions } from './interactions.ts';
import { type Answer, type Call, json, ok, part, type Route, shown } from './route.ts';
import type { World } from './world.ts';

/** First answers to interactions, and what their tokens are good for afterwards. */
export function interactionRoutes({ world, interactions }: { world: World; interactions: Interactions }): Route[] {
  const webhook = '/webhooks/:application/:token';
  const limit = { calls: 5, per: 2000 };
  const token = ({ at }: Call): string => {
    if (at['application'] !== world.applicationId) throw refusals.unknownWebhook();
    return part(at, 'token');
  };
  const message = ({ at }: Call) => part(at, 'message');
  return [
    {
      method: 'POST',
      path: '/interactions/:interaction/:token/callback',
      open: true,
      run: (call) => callback(interactions, call),
    },
    {
      method: 'POST',
      path: webhook,
      open: true,
      limit,
      run: (call) => shown(interactions.followUp(token(call), json(call))),
    },
    {
      method: 'GET',
      path: `${webhook}/messages/:message`,
      open: true,
      limit,
      run: (call) => shown(interactions.read(token(call), message(call))),
    },
    {
      method: 'PATCH',
      path: `${webhook}/messages/:message`,
      open: true,
      limit,
      run: (call) => shown(interactions.edit(token(call), message(call), json(call))),
    },
    {
      method: 'DELETE',
      path: `${webhook}/messages/:message`,
      open: true,
      limit,
      run: (call) => {
        interactions.remove(token(call), message(call));
        return { status: 204 };
      },
    },
  ];
}

function callback(interactions: Interactions, call: Call): Answer {
  const body = json(call);
  const { interaction, posted } = interactions.answer(part(call.at, 'interaction'), part(call.at, 'token'), body);
  if (call.query.get('with_response') !== 'true') return { status: 204 };
  const { id, deed } = interaction;
  const made = posted && {
    response_message_id: posted.message.id,
    response_message_ephemeral: posted.visibleTo !== undefined,
    response_message_loading: body['type'] === 5,
  };
  return ok({
    interaction: { id, type: deed.type, ...made },
    ...(posted ? { resource: { type: body['type'], message: posted.message } } : {}),
  });
}
