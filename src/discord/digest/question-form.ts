import { ComponentType, TextInputStyle } from 'discord.js';
import { answerQuestion } from '../answer-question.ts';
import type { Press, Submit } from '../command.ts';
import { customId } from '../custom-id.ts';

/** More than anybody asks in one question. */
const LONGEST = 500;

/** *Ask*, below a digest: a form for a question. */
export const openQuestionForm: Press = async (interaction) => {
  await interaction.showModal({
    custom_id: customId('digest-question'),
    title: 'Ask the documents',
    components: [
      {
        type: ComponentType.Label,
        label: 'Your question',
        description: 'Only you see the answer; you can show it to everyone then.',
        component: {
          type: ComponentType.TextInput,
          custom_id: 'question',
          style: TextInputStyle.Paragraph,
          max_length: LONGEST,
          required: true,
        },
      },
    ],
  });
};

/** The question sent: answered as by `/ask` in private. */
export const submitQuestion: Submit = async (interaction, services) => {
  await answerQuestion(interaction, services, { question: interaction.fields.getTextInputValue('question') }, 'asker');
};
