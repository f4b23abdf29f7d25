import { expect, test } from 'vitest';
import { drawMatrix } from '../../../src/discord/picture/draw-matrix.ts';
import { stanceMatrix } from '../../../src/discord/picture/position-matrix.ts';
import { held, linesOf, smallMatrix } from './sample.ts';

const stancesOfAll = ['seeks', 'plans', 'supports', 'states', 'did', 'constrained', 'warns', 'opposes'] as const;

test('the same matrix is always the same picture', async () => {
  const { svg } = await drawMatrix(smallMatrix('Budget'));
  expect((await drawMatrix(smallMatrix('Budget'))).svg).toBe(svg);
  expect(svg.replaceAll('><', '>\n<')).toMatchInlineSnapshot(`
    "<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.1" class="marks" width="1000" height="244" viewBox="0 0 1000 244">
    <g fill="none" stroke-miterlimit="4" transform="translate(286,141)">
    <g class="mark-group role-frame root" role="graphics-object" aria-roledescription="group mark container">
    <g transform="translate(0,0)">
    <path class="background" aria-hidden="true" d="M0,0h678v67h-678Z"/>
    <g>
    <g class="mark-rect role-mark layer_0_marks" role="graphics-symbol" aria-roledescription="rect mark container">
    <path d="M-256,-139L684,-139C699.453620685832,-139,712,-126.45362068583199,712,-111L712,73C712,88.45362068583199,699.453620685832,101,684,101L-256,101C-271.453620685832,101,-284,88.45362068583199,-284,73L-284,-111C-284,-126.45362068583199,-271.453620685832,-139,-256,-139Z" fill="#1c2028" stroke="#5b6475" stroke-width="3"/>
    </g>
    <g class="mark-rect role-mark layer_1_marks" role="graphics-symbol" aria-roledescription="rect mark container">
    <path d="M13.999999999999982,4L664,4C669.51915024494,4,674,8.48084975506,674,14L674,53C674,58.51915024494,669.51915024494,63,664,63L13.999999999999982,63C8.480849755059982,63,3.9999999999999813,58.51915024494,3.9999999999999813,53L3.9999999999999813,14C3.9999999999999813,8.48084975506,8.480849755059982,4,13.999999999999982,4Z" fill="#1d5ca6" stroke="#1d5ca6" stroke-width="3"/>
    </g>
    <g class="mark-text role-mark layer_2_marks" role="graphics-object" aria-roledescription="text mark container">
    <text text-anchor="start" transform="translate(-250,-70.6)" font-family="Noto Sans" font-size="36px" font-weight="bold" fill="#f4f6fa">Budget</text>
    </g>
    <g class="mark-text role-mark layer_3_marks" role="graphics-object" aria-roledescription="text mark container">
    <text text-anchor="middle" transform="translate(339,-14.900000000000002)" font-family="Noto Sans" font-size="26px" font-weight="bold" fill="#f4f6fa">seeks</text>
    <text text-anchor="middle" transform="translate(339,41.5)" font-family="Noto Sans" font-size="28px" font-weight="bold" fill="#f4f6fa">2</text>
    </g>
    <g class="mark-text role-mark layer_4_marks" role="graphics-object" aria-roledescription="text mark container">
    <text text-anchor="start" transform="translate(-250,41.5)" font-family="Noto Sans" font-size="28px" font-weight="normal" fill="#f4f6fa">Japan</text>
    </g>
    </g>
    <path class="foreground" aria-hidden="true" d="" display="none"/>
    </g>
    </g>
    </g>
    </svg>"
  `);
});

test('the picture has the title, the stances, the actors, the numbers and where they come from', async () => {
  const actors = [
    { name: 'Association of Southeast Asian Nations', positions: [held('plans'), held('warns')] },
    { name: '🇯🇵 Japan', positions: [held('warns', 'weak')] },
  ];
  const { svg } = await drawMatrix(
    stanceMatrix({ title: 'Nuclear weapons', actors, note: 'Positions in 6 documents.' }),
  );
  expect(linesOf(svg)).toMatchInlineSnapshot(`
    [
      "Nuclear weapons",
      "plans",
      "warns",
      "1",
      "1",
      "(1)",
      "Association of",
      "Southeast Asian",
      "Nations",
      "Japan",
      "Positions in 6 documents. (In brackets): weaker evidence, the holder is",
      "inferred.",
      "–",
    ]
  `);
});

test('a picture shows twelve rows and names the others', async () => {
  const actors = Array.from({ length: 15 }, (_, index) => ({
    name: `Actor ${index + 1}`,
    positions: [held('did')],
  }));
  const lines = linesOf((await drawMatrix(stanceMatrix({ title: 'Trade', actors, note: '' }))).svg);
  expect(lines).toContain('Actor 12');
  expect(lines).toContain('and 3 more: Actor 13, Actor 14, Actor 15');
});

test('long names and every stance at once leave the picture 1,000 pixels wide and its letters 24 high or more', async () => {
  const name = 'Ministerium für wirtschaftliche Zusammenarbeit und Donaudampfschifffahrtsgesellschaften '.repeat(4);
  const actors = [{ name, positions: stancesOfAll.map((stance) => held(stance)) }];
  const { svg } = await drawMatrix(stanceMatrix({ title: name, actors, note: name.repeat(9) }));
  expect(svg).toMatch(/^<svg [^>]*width="1000"/);
  const sizes = [...svg.matchAll(/font-size="([\d.]+)px"/g)].map(([, size]) => Number(size));
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(24);
  expect(linesOf(svg)).toEqual(expect.arrayContaining([...stancesOfAll]));
});

test('names are drawn as they are, whatever they are made of', async () => {
  for (const name of ['null', '007', 'a"]}<b>&amp;', "datum.x + '\\n'", '\u202eturned\u202c\u0000 \ud800']) {
    const { svg } = await drawMatrix(smallMatrix(name, name, name));
    const [title] = linesOf(svg).map((line) =>
      line.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
    );
    expect(title).toBe(name.replace(/[\u202e\u202c\u0000\ud800]/g, '').trim());
  }
});

test('words in a script without letters of its own in the fonts are left to the alt text', async () => {
  expect(linesOf((await drawMatrix(smallMatrix('ราชอาณาจักรไทย Thailand'))).svg)).toContain('… Thailand');
});

test('a matrix without cells is refused', async () => {
  await expect(drawMatrix({ title: 'Nothing', columns: [], rows: [] })).rejects.toThrow('without cells');
});
