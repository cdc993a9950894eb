import type { ErrorContext } from '@mammofed/core';

/** Workbench → the command that started it: one JSON object on a line of standard output. */
export type FromWorkbench =
  | { readonly kind: 'progress'; readonly what: string; readonly done: number; readonly total: number }
  /** For the person at this terminal; it may name files. */
  | { readonly kind: 'notice'; readonly text: string }
  /** The last line: the work is done; exit code 1 if a part of it failed, which the result lists. */
  | { readonly kind: 'done'; readonly result: object; readonly exitCode: 0 | 1 }
  /** The last line: nothing came of it. 2: model, data or options cannot be used as they are. */
  | {
      readonly kind: 'failed';
      readonly code: string;
      readonly message: string;
      readonly context: ErrorContext;
      readonly exitCode: 1 | 2;
    };

/** How work tells how far it is. */
export interface Listener {
  progress(what: string, done: number, total: number): void;
  notice(text: string): void;
}
