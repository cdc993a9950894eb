// Entry of the thread that masks one vector; see maskInThread. What it throws ends the thread, which the other end hears of.
import { parentPort, workerData } from 'node:worker_threads';
import type { MaskJob } from './mask-messages.js';
import { maskVector } from './mask-vector.js';

parentPort?.postMessage(await maskVector(workerData as MaskJob));
