import { describe, expect, it } from '@jest/globals';
import { run } from '../main.js';
import { RecordedScreen } from '../run-view.test-support.js';

describe('predict', () => {
  it.each(['1,2,3', '1,2,3,0', '1,2,-3,4', '1,2,3,4,5', '1.5,2,3,4', 'mass'])(
    'refuses --box %s before anything is opened',
    async (box) => {
      const screen = new RecordedScreen();
      const code = await run(['predict', '--model', 'm', '--in', 'a.png', '--out', 'o', `--box=${box}`], screen);
      expect(code).toBe(2);
      expect(screen.noted.join('\n')).toContain(
        `takes four whole numbers for --box, X,Y,W,H with W and H above 0, not '${box}'`,
      );
    },
  );

  it.each([
    ['--whole-mammogram', '--box', '1,2,3,4'],
    ['--threshold', '0.9'],
    ['--whole-mammogram', '--threshold', '1'],
    ['--whole-mammogram', '--tile', '2'],
  ])('refuses %s %s %s, which say two things or nothing', async (...options) => {
    const words = ['predict', '--model', 'm', '--in', 'a.png', '--out', 'o', ...options];
    expect(await run(words, new RecordedScreen())).toBe(2);
  });
});
