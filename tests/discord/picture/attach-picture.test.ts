import { expect, test } from 'vitest';
import { attachPicture } from '../../../src/discord/picture/attach-picture.ts';
import { smallMatrix } from './sample.ts';

test('a picture comes with words for those who do not see it', async () => {
  const { name, attachment, description } = await attachPicture({ ...smallMatrix('Budget'), note: '1 document.' });
  expect(name).toBe('matrix.png');
  expect(attachment.toString('latin1', 1, 4)).toBe('PNG');
  expect(description).toBe('Budget\nJapan: seeks 2.\nA column that is not named holds nothing.\n1 document.');
});
