/** Time as an argument, so that rules about deadlines can be tested without waiting. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  nowMs(): number;
}
