import { TestEnvironment } from 'jest-environment-node';

/**
 * Jest's Node environment with the process's own Float32Array: onnxruntime's native code makes arrays of that one, and
 * its JavaScript checks them with `instanceof` against the test's.
 * @public Jest takes it by the name of this file.
 */
export default class OnnxruntimeEnvironment extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    this.global.Float32Array = Float32Array;
  }
}
