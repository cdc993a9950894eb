import { describe, expect, it } from '@jest/globals';
import { RecordedScreen } from '../run-view.test-support.js';
import { runWorkbench } from './workbench-process.js';

describe('the workbench as a child process', () => {
  it('refuses in words what cannot be used, with exit code 2', async () => {
    const job = { kind: 'export', modelPath: '/nowhere/model.safetensors', described: {}, out: 'relative' };
    await expect(runWorkbench(job, new RecordedScreen())).rejects.toMatchObject({
      code: 'workbench-refused',
      context: { code: 'bad-usage' },
      message: expect.stringContaining('out: must be an absolute path') as unknown,
    });
  });

  it('tells a failure that is nobody’s usage apart', async () => {
    const job = { kind: 'export', modelPath: '/nowhere/model.safetensors', described: {}, out: '/nowhere/model.onnx' };
    await expect(runWorkbench(job, new RecordedScreen())).rejects.toMatchObject({ code: 'process-failed' });
  });
});
