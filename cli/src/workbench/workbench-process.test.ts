import { describe, expect, it } from '@jest/globals';
import { RecordedScreen } from '../run-view.test-support.js';
import { runWorkbench } from './workbench-process.js';

const EXPORT = { kind: 'export', modelPath: '/nowhere/model.safetensors', described: {}, format: 'onnx', force: false };

describe('the workbench as a child process', () => {
  it('refuses in words what cannot be used, with exit code 2', async () => {
    const job = { ...EXPORT, out: 'relative' };
    await expect(runWorkbench(job, new RecordedScreen())).rejects.toMatchObject({
      code: 'workbench-refused',
      context: { code: 'bad-usage' },
      message: expect.stringContaining('out: must be an absolute path') as unknown,
    });
  });

  it('tells a failure that is nobody’s usage apart', async () => {
    const job = { ...EXPORT, out: '/nowhere/model.onnx' };
    await expect(runWorkbench(job, new RecordedScreen())).rejects.toMatchObject({ code: 'process-failed' });
  });
});
