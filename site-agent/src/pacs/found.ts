/** A study as a PACS describes it in answer to a query; null: it does not say. */
export interface FoundStudy {
  readonly studyUid: string;
  /** YYYYMMDD. */
  readonly date: string | null;
  readonly description: string | null;
  readonly procedureCodes: readonly { readonly scheme: string | null; readonly value: string }[];
}

export interface FoundSeries {
  readonly studyUid: string;
  readonly seriesUid: string;
  readonly modality: string | null;
  readonly description: string | null;
  /** Of all its images, where the PACS says it of the series. */
  readonly laterality: string | null;
}

/** An instance that can be asked for. The UIDs are checked: they are safe in paths and messages of this machine. */
export interface FoundInstance {
  readonly studyUid: string;
  readonly seriesUid: string;
  readonly sopUid: string;
  readonly view: string | null;
  readonly laterality: string | null;
}

/** What a PACS is asked for at the level of studies; what it does with it is checked again. */
export interface StudyKeys {
  /** YYYYMMDD; null: open. */
  readonly from: string | null;
  readonly to: string | null;
  readonly modality: string;
  /** Whether the codes of the study's procedure are wanted: not every PACS tells them for the asking. */
  readonly wantsProcedure: boolean;
}

/** Takes one fetched object in, as it arrives. */
export interface ObjectSink {
  /** @throws SiteError `object-too-large`, `cache-full`. */
  write(chunk: Uint8Array): void;
}

/** Where fetched objects go. */
export interface Receiver {
  begin(): ObjectSink;
  /** Called when all of an object has arrived: from then on it counts. @throws SiteError `wrong-object`. */
  keep(instance: FoundInstance, sink: ObjectSink): Promise<void>;
  /** Called for one that broke off. */
  discard(sink: ObjectSink): void;
}

/** A PACS, whatever protocol it speaks. Errors are SiteErrors that name the PACS, not the patient. */
export interface Pacs {
  /** As it is shown to people. */
  readonly name: string;
  /** Asks whether it is there and lets this site in. */
  echo(signal: AbortSignal): Promise<void>;
  studies(keys: StudyKeys, signal: AbortSignal): Promise<readonly FoundStudy[]>;
  series(studyUid: string, signal: AbortSignal): Promise<readonly FoundSeries[]>;
  instances(studyUid: string, seriesUid: string, signal: AbortSignal): Promise<readonly FoundInstance[]>;
  /** Fetches whole objects in the transfer syntax that they are stored in. What was kept before an error stays kept. */
  fetch(wanted: readonly FoundInstance[], receiver: Receiver, signal: AbortSignal): Promise<void>;
  /** Stores Part 10 files. */
  store(files: readonly string[], signal: AbortSignal): Promise<void>;
}

/** PS3.5, section 9.1: digits and dots, at most 64 characters. */
export function isUid(text: unknown): text is string {
  return typeof text === 'string' && /^[0-9.]{1,64}$/.test(text) && !text.includes('..');
}
