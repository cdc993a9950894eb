import { PassThrough } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { askOn } from './terminal.js';

describe('a question on the terminal', () => {
  const answerTo = (typed: string): Promise<string | null> => {
    const input = new PassThrough();
    const answer = askOn({ input, output: new PassThrough() }, 'Passphrase: ', new PassThrough());
    input.write(typed);
    return answer;
  };

  it('is answered with a line, as a file would hold it: without white space around it', async () => {
    expect(await answerTo(' enough of them \n')).toBe('enough of them');
  });

  it.each([
    ['Ctrl-D', '\u0004'],
    ['Ctrl-D after some words were taken back', 'abc\u0015\u0004'],
  ])('has no answer after %s, and is over', async (_what, typed) => {
    expect(await answerTo(typed)).toBeNull();
  });

  it('is asked aloud, and answered in silence', async () => {
    const [input, output, echo] = [new PassThrough(), new PassThrough(), new PassThrough()];
    const answer = askOn({ input, output }, 'Passphrase: ', echo);
    input.write('secret words\n');
    await answer;
    expect(String(output.read())).toBe('Passphrase: ');
  });
});
