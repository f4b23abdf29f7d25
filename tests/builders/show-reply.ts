import { ComponentType } from 'discord.js';
import type { Reply, Row } from '../../src/discord/reply.ts';

/** A reply as a reader sees it: title, text, columns, footer, buttons and lists. */
export function showReply({ embeds, components }: Reply): string {
  const texts = embeds.flatMap(({ title, description, fields = [], footer }) => [
    title && `=== ${title}`,
    description,
    ...fields.map(({ name, value, inline }) => `${inline ? '| ' : '## '}${name}\n${value}`),
    footer && `--- ${footer.text}`,
  ]);
  return [...texts, ...components.map((row) => row.components.map(showComponent).join(' '))].filter(Boolean).join('\n');
}

function showComponent(component: Row['components'][number]): string {
  if (component.type === ComponentType.StringSelect) {
    const options = component.options.map(({ label, default: chosen }) => (chosen ? `*${label}*` : label));
    return `<${component.placeholder}: ${options.join(', ')}>`;
  }
  return component.disabled ? `(${component.label})` : `[${component.label}]`;
}
