import { expect, it } from '@jest/globals';
import { RecordedScreen } from '../run-view.test-support.js';
import { ProgressLine } from './progress.js';

it('tells each piece of work and every quarter of it in a pipe', () => {
  const screen = new RecordedScreen();
  const line = new ProgressLine(screen);
  line.update('reading images', 0, 0);
  for (let done = 0; done <= 100; done++) line.update('predicting', done, 100);
  line.update('predicting', 100, 100);
  line.clear();
  expect(screen.noted).toEqual(['reading images', ...[0, 25, 50, 75, 100].map((done) => `predicting  ${done}/100`)]);
  expect(screen.printed).toEqual([]);
});
