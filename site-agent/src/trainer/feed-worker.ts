// Entry of the thread in which a round's batches are made; see FeedThread. It works only when arrays come to be filled.
import { parentPort } from 'node:worker_threads';
import { buffersOf, MADE, type RoundFeed } from './feed-messages.js';
import { stepsOf, type StepInputs } from './step-source.js';

parentPort?.on('message', ({ source, port }: RoundFeed) => {
  let arrays: StepInputs;
  const steps = stepsOf(source, () => arrays);
  port.on('message', (empty: StepInputs) => {
    arrays = empty;
    // What it throws ends the thread, which the other end hears of.
    if (steps.next().done === true) port.postMessage(null);
    else port.postMessage(arrays, buffersOf(arrays));
    parentPort?.postMessage(MADE);
  });
});
