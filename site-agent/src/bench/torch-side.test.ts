import { describe, expect, it } from '@jest/globals';
import { pythonWithTorch } from './torch-side.js';

describe('where PyTorch is missing', () => {
  it.each([
    ['a file that is not there', '/nonexistent/python'],
    ['a program that cannot import it', process.execPath],
  ])('%s is refused with the code no-torch', (_, python) => {
    expect(() => pythonWithTorch(python)).toThrow(expect.objectContaining({ code: 'no-torch' }));
  });
});
