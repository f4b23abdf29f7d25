import './avatars.ts';
import { DiscordAuthorInfo } from '@skyra/discord-components-core/discord-author-info.js';
import { DiscordCommand } from '@skyra/discord-components-core/discord-command.js';
import { DiscordEmbed } from '@skyra/discord-components-core/discord-embed.js';
import { DiscordEmbedDescription } from '@skyra/discord-components-core/discord-embed-description.js';
import { DiscordEmbedFooter } from '@skyra/discord-components-core/discord-embed-footer.js';
import { DiscordMessage } from '@skyra/discord-components-core/discord-message.js';
import { css } from 'lit';

// The elements of the library have the colours of an older Discord, too weak to be read by everyone, and a light theme
// that has to be set from above. These rules, added behind their own, take the colours from the page instead.

DiscordMessage.elementStyles.push(css`
  :host {
    color: var(--text);
    font: inherit;
    min-height: 0;
    padding: 2px 16px;
  }
  :host(:hover) {
    background: var(--hover);
  }
  .discord-message-timestamp,
  .discord-message-edited,
  .discord-message-body-only-indent {
    color: var(--muted);
    font-size: 12px;
    margin-left: 0;
  }
  .discord-author-avatar {
    margin-right: var(--gap);
    margin-top: 2px;
  }
  .discord-author-avatar img {
    cursor: default;
  }
  .discord-message-body-only-indent {
    flex: none;
    margin-right: var(--gap);
    text-align: center;
    width: 40px;
  }
  .discord-message-content {
    line-height: 22px;
    min-width: 0;
    padding-top: 0;
  }
  .discord-message-body {
    overflow-wrap: anywhere;
    word-break: normal;
  }
`);

DiscordAuthorInfo.elementStyles.push(css`
  :host .discord-author-username {
    color: var(--strong);
    font-weight: 600;
  }
  :host .discord-author-username:hover {
    cursor: default;
    text-decoration: none;
  }
`);

DiscordCommand.elementStyles.push(css`
  :host {
    color: var(--muted);
    font: inherit;
    font-size: 14px;
    margin-left: calc(40px + var(--gap));
    min-width: 0;
    user-select: text;
  }
  :host::before {
    border-color: var(--line) !important;
    left: calc(-20px - var(--gap));
  }
  :host .discord-replied-message-username {
    color: var(--strong);
    cursor: default;
    opacity: 1;
    text-decoration: none;
  }
  :host .discord-replied-message-content.discord-slash-command-name,
  :host .discord-replied-message-content.discord-context-command-name {
    background: var(--mention-back);
    color: var(--mention) !important;
    cursor: default;
    margin-left: 4px;
    padding: 0 4px;
  }
`);

DiscordEmbed.elementStyles.push(css`
  :host {
    color: var(--text);
    font-size: 14px;
    line-height: 18px;
    margin: 4px 0 0;
  }
  :host .discord-left-border {
    background-color: var(--line);
  }
  :host .discord-embed-wrapper {
    background: var(--embed);
    border: 1px solid var(--embed-edge);
    border-left: 0;
    max-width: 516px;
  }
  :host .discord-embed-wrapper .discord-embed-grid {
    display: block;
    padding: 8px 16px 16px 12px;
  }
`);

DiscordEmbedDescription.elementStyles.push(css`
  :host {
    line-height: 18px;
    overflow-wrap: anywhere;
  }
`);

DiscordEmbedFooter.elementStyles.push(css`
  :host {
    color: var(--text);
    display: block;
    font-weight: 400;
    overflow-wrap: anywhere;
  }
`);
