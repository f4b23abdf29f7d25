import { ApplicationCommandType, ApplicationIntegrationType, InteractionContextType } from 'discord.js';
import type { MessageCommand } from '../src/discord/command.ts';
import { onMessage, type Show, shareOnMessage } from '../src/discord/message-menu.ts';
import { renderEvidence } from '../src/discord/render/evidence.ts';

const show: Show = (text, desk, view) => renderEvidence(desk.evidenceFor(text), view);

export default {
  data: {
    name: 'Find evidence',
    type: ApplicationCommandType.Message,
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  },
  execute: onMessage(show),
  buttons: { 'evidence-show': shareOnMessage(show) },
} satisfies MessageCommand;
