import { ApplicationCommandType, ApplicationIntegrationType, InteractionContextType } from 'discord.js';
import type { MessageCommand } from '../src/discord/command.ts';
import { onMessage, type Show, shareOnMessage } from '../src/discord/message-menu.ts';
import { renderQuotationCheck } from '../src/discord/render/quotation-check.ts';

const show: Show = (text, desk, view) => renderQuotationCheck(desk.checkQuotation(text), view);

export default {
  data: {
    name: 'Check quotation',
    type: ApplicationCommandType.Message,
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  },
  execute: onMessage(show),
  buttons: { 'check-show': shareOnMessage(show) },
} satisfies MessageCommand;
