import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ComponentType,
  InteractionContextType,
  MessageFlags,
  TextInputStyle,
} from 'discord.js';
import type { AnyCommand, Command, MessageCommand } from '../../../src/discord/command.ts';

const everywhere = {
  contexts: [InteractionContextType.Guild],
  integration_types: [ApplicationIntegrationType.GuildInstall],
};
const named = (name: string) => ({ name, description: `What ${name} does`, ...everywhere });

const broken: Command = {
  data: named('broken'),
  execute: () => Promise.reject(new Error('The winch has jammed')),
};

const silent: Command = { data: named('silent'), execute: () => Promise.resolve() };

const slow: Command = {
  data: named('slow'),
  async execute(interaction) {
    await interaction.deferReply();
    await new Promise((resolve) => setTimeout(resolve, 300));
    await interaction.editReply('The tide has turned.');
  },
};

const wrong: Command = {
  data: named('wrong'),
  async execute(interaction) {
    await interaction.reply({ content: 'x'.repeat(2001) }).catch(() => undefined);
    await interaction.reply({ content: 'Said in time.', flags: MessageFlags.Ephemeral });
  },
};

const locked: Command = {
  data: { ...named('locked'), default_member_permissions: '0' },
  async execute(interaction) {
    await interaction.reply('For administrators.');
  },
};

const { Integer, Channel, String: Text, Boolean: YesNo, Attachment } = ApplicationCommandOptionType;
const shapes: Command = {
  data: {
    ...named('shapes'),
    options: [
      { type: Integer, name: 'count', description: 'From 1 to 9', required: true, min_value: 1, max_value: 9 },
      { type: Channel, name: 'where', description: 'A channel', required: true },
      {
        type: Text,
        name: 'colour',
        description: 'One of two',
        choices: ['Green', 'Blue'].map((name) => ({ name, value: name.charAt(0) })),
      },
      { type: YesNo, name: 'loud', description: 'Yes or no' },
      { type: Attachment, name: 'file', description: 'A file' },
    ],
  },
  async execute(interaction) {
    const { options } = interaction;
    const file = options.getAttachment('file');
    const parts = [
      options.getInteger('count', true),
      `<#${options.getChannel('where', true).id}>`,
      options.getString('colour'),
      options.getBoolean('loud'),
      file && `${file.name} of ${file.size} bytes`,
    ];
    await interaction.reply(parts.join(' | '));
  },
};

const form: Command = {
  data: named('form'),
  async execute(interaction) {
    const { Paragraph: style } = TextInputStyle;
    await interaction.showModal({
      customId: 'v1:testform',
      title: 'A quotation to check',
      components: [
        {
          type: ComponentType.ActionRow,
          components: [{ type: ComponentType.TextInput, customId: 'words', label: 'Its words', style, minLength: 3 }],
        },
      ],
    });
  },
  modals: {
    async testform(interaction) {
      await interaction.reply(`You wrote: ${interaction.fields.getTextInputValue('words')}`);
    },
  },
};

const countWords: MessageCommand = {
  data: { type: ApplicationCommandType.Message, name: 'Count words', ...everywhere },
  async execute(interaction) {
    const words = interaction.targetMessage.content.split(/\s+/u).length;
    await interaction.reply({ content: `${words} words`, flags: MessageFlags.Ephemeral });
  },
};

/** Commands that do what the bot's own never should, or what none of them does. */
export const testCommands: readonly AnyCommand[] = [broken, silent, slow, wrong, locked, shapes, form, countWords];
