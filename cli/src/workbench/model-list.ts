import type { CoordinatorClient, StoredModel } from '../coordinator-client.js';
import { bytesText, counted } from '../formats.js';
import { printable } from '../screen.js';

/** A model with the runs it belongs to, as `RUN-ID:ROUND`, which name it. */
export interface ListedModel extends StoredModel {
  readonly runs: readonly string[];
}

/** Digits of a hash in a table: enough for a store of any size. */
const SHOWN_DIGITS = 12;

/** Every model of the store: by run and round, and those of no run last. */
export async function listedModels(client: CoordinatorClient): Promise<ListedModel[]> {
  const runs = [...(await client.runs())].sort((a, b) => a.createdAtMs - b.createdAtMs);
  const names = new Map<string, string[]>();
  const add = (sha256: string, name: string): void => {
    names.set(sha256, [...(names.get(sha256) ?? []), name]);
  };
  for (const { runId } of runs) {
    const { initialModelSha256, rounds } = await client.run(runId);
    add(initialModelSha256, `${runId}:0`);
    for (const { round, modelSha256 } of rounds) if (modelSha256 !== null) add(modelSha256, `${runId}:${round}`);
  }
  const places = new Map([...names.keys()].map((sha256, place) => [sha256, place]));
  return (await client.models())
    .map((model) => ({ ...model, runs: names.get(model.sha256) ?? [] }))
    .sort((a, b) => (places.get(a.sha256) ?? Infinity) - (places.get(b.sha256) ?? Infinity) || compare(a, b));
}

function compare(a: StoredModel, b: StoredModel): number {
  return a.sha256 < b.sha256 ? -1 : 1;
}

/** The table of `model list`, its header first. */
export function modelRows(models: readonly ListedModel[]): string[][] {
  const rows = models.map(({ sha256, byteLength, metadata, runs }) => {
    const said = (key: string): string => printable(metadata[key] ?? '–');
    const [first = '–', ...more] = runs;
    return [
      sha256.slice(0, SHOWN_DIGITS),
      said('model'),
      widthText(metadata['width']),
      said('size'),
      said('study'),
      more.length === 0 ? first : `${first} and ${counted(more.length, 'more run')}`,
      said('round'),
      bytesText(byteLength),
    ];
  });
  return [['hash', 'model', 'width', 'size', 'study', 'run', 'round', 'bytes'], ...rows];
}

/** 0.125 as 1/8. */
function widthText(width: string | undefined): string {
  if (width === undefined) return '–';
  const inverse = 1 / Number(width);
  return Number.isInteger(inverse) && inverse > 1 ? `1/${inverse}` : printable(width);
}
