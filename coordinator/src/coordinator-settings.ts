/** What the running coordinator was told at its start. */
export class CoordinatorSettings {
  #joinUrl: string;

  /**
   * @param adminToken - secret; never logged.
   * @param publicUrl - what sites connect to; null until the port is known.
   */
  constructor(
    readonly adminToken: string,
    publicUrl: string | null,
  ) {
    this.#joinUrl = publicUrl ?? '';
    this.hasPublicUrl = publicUrl !== null;
  }

  readonly hasPublicUrl: boolean;

  /** What a join code tells a site to connect to. */
  get joinUrl(): string {
    return this.#joinUrl;
  }

  /** Called once it listens: without a public URL, sites connect to where it listens. */
  listensAt(url: string): void {
    if (!this.hasPublicUrl) this.#joinUrl = url;
  }
}
