/** The part of dcmjs that is used; it has no types of its own. */
declare module 'dcmjs' {
  /** Values under the names of PS3.6: a text, a number, bytes, or items of a sequence. */
  type Dataset = Record<string, unknown>;

  interface Data {
    readonly DicomMessage: {
      readFile(
        buffer: ArrayBuffer,
        options?: {
          readonly ignoreErrors?: boolean;
          readonly untilTag?: string;
          readonly includeUntilTagValue?: boolean;
        },
      ): { readonly meta: Dataset; readonly dict: Dataset };
    };
    readonly DicomMetaDictionary: {
      naturalizeDataset(dict: Dataset): Dataset;
      denaturalizeDataset(dataset: Dataset): Dataset;
    };
    readonly DicomDict: new (meta: Dataset) => { dict: Dataset; write(options?: object): ArrayBuffer };
  }

  const dcmjs: { readonly data: Data; readonly log: { setLevel(level: string): void } };
  export default dcmjs;
}
