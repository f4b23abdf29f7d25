import { type APIApplicationCommandOption, ApplicationCommandOptionType } from 'discord.js';
import { LONGEST } from '../../core/document-details.ts';

const { String: Text, Subcommand, SubcommandGroup } = ApplicationCommandOptionType;

/** `/knowledge feed …`. */
export const feedOptions = {
  type: SubcommandGroup,
  name: 'feed',
  description: 'Keep the new articles of a website as documents of this server.',
  options: [
    {
      type: Subcommand,
      name: 'add',
      description: 'Follow a feed, or the feed of a page.',
      options: [
        {
          type: Text,
          name: 'url',
          description: 'Address of an RSS, Atom or JSON feed, or of a page that names one.',
          required: true,
          max_length: 2000,
        },
        {
          type: Text,
          name: 'tags',
          description: 'Tags for its articles, parted by commas.',
          max_length: LONGEST.tags,
          autocomplete: true,
        },
      ],
    },
    { type: Subcommand, name: 'list', description: 'What is followed, when it was read, and what is wrong.' },
    {
      type: Subcommand,
      name: 'remove',
      description: 'Follow a feed no more; what was kept of it stays.',
      options: [{ type: Text, name: 'feed', description: 'Which one.', required: true, autocomplete: true }],
    },
  ],
} as const satisfies APIApplicationCommandOption;
