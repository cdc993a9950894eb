import { DROPOUT_FACTORS, type DropoutFactors } from '../../models/layers/dropout.js';
import { lowering, type Lowering } from '../lowering.js';

/** What a graph never draws itself: random numbers are inputs. */
export const randomLowerings: readonly Lowering[] = [
  lowering<object, DropoutFactors>(DROPOUT_FACTORS, (_, wanted, recording) => recording.randomInput(wanted)),
];
