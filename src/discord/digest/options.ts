import { type APIApplicationCommandBasicOption, ApplicationCommandOptionType, ChannelType } from 'discord.js';

type Option = APIApplicationCommandBasicOption;

const { String: Text, Channel, Integer } = ApplicationCommandOptionType;
const { GuildText, GuildAnnouncement, PublicThread, AnnouncementThread, PrivateThread, GuildForum } = ChannelType;

/** The digest that is meant, where a server has several. */
export const which: Option = {
  type: Text,
  name: 'digest',
  description: 'Which one, where there are several.',
  autocomplete: true,
};

export const focus: Option = {
  type: Text,
  name: 'focus',
  description: 'Actors, topics or tags, with commas between; without it, everything.',
  autocomplete: true,
};

/** What can be set of a digest. */
export const setOptions: Option[] = [
  {
    type: Channel,
    name: 'channel',
    description: 'Where it is posted.',
    required: true,
    channel_types: [GuildText, GuildAnnouncement, PublicThread, AnnouncementThread, GuildForum],
  },
  { type: Text, name: 'at', description: 'Time of the day, such as 08:00 or 8am.', required: true, max_length: 20 },
  { type: Text, name: 'timezone', description: 'A city, such as Tokyo.', required: true, autocomplete: true },
  { type: Text, name: 'days', description: 'Such as mon,wed,fri; without it, weekdays.', autocomplete: true },
  focus,
  { type: Text, name: 'language', description: 'Only documents in one language.', autocomplete: true },
  {
    type: Text,
    name: 'empty-days',
    description: 'On days with nothing to say; without it, nothing is posted.',
    choices: [
      { name: 'Post nothing', value: 'silent' },
      { name: 'Post one line', value: 'line' },
    ],
  },
  {
    type: Integer,
    name: 'catch-up',
    description: 'Hours after which a missed one is left out; without it, 6.',
    min_value: 0,
    max_value: 23,
  },
  {
    type: Channel,
    name: 'admin-channel',
    description: 'A private channel for faults and for questions that nobody could answer.',
    channel_types: [GuildText, PrivateThread],
  },
  { type: Text, name: 'change', description: 'Change this digest instead of adding one.', autocomplete: true },
];
